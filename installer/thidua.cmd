@echo off
rem Calls thidua.ps1 beside it, also where scripts are not allowed to run by themselves.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0thidua.ps1" %*
exit /b %ERRORLEVEL%
