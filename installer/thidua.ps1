# Everything a checkout can do on Windows, from a bare machine with Python on: sets itself up, then
# runs, tests, measures. The twin of thidua.sh; ASCII only, since PowerShell 5.1 reads it as ANSI.
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$scripts = Join-Path $root '.venv\Scripts'
$python = Join-Path $scripts 'python.exe'
$lock = Join-Path $root 'installer\requirements.lock'
$stamp = Join-Path $root '.venv\thidua-setup'

function Show-Help {
    Write-Output @'
installer\thidua.cmd TARGET; each one sets up what it needs first

  setup     .venv and the locked packages; at once when all is there
  run       the window on a sample office
  test      check, then every test, offscreen; those with real keys are for Linux
  check     ruff, import-linter and mypy
  bench     speed, as ratios to the floor measured in the same run
  pictures  the pictures of every window, anew
'@
}

function Stop-With([string]$Words) {
    [Console]::Error.WriteLine($Words)
    exit 1
}

# Runs a program with its arguments, and ends this script when the program fails.
function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

# PowerShell 5.1 takes a native program's error output for an error of its own, unless told not to.
function Test-Python([string[]]$Command, [string]$Code) {
    $ErrorActionPreference = 'SilentlyContinue'
    if (-not (Get-Command $Command[0])) { return $false }
    $rest = @($Command | Select-Object -Skip 1) + @('-c', $Code)
    & $Command[0] @rest 2>$null | Out-Null
    return $LASTEXITCODE -eq 0
}

function Find-Python {
    $fits = 'import ensurepip, sqlite3, sys, venv; ' +
        'sys.exit(not (3, 11) <= sys.version_info < (3, 14))'
    foreach ($command in @('py -3.11', 'py -3.12', 'py -3.13', 'python', 'python3')) {
        $words = @($command -split ' ')
        if (Test-Python $words $fits) { return $words }
    }
    Stop-With 'Python 3.11, 3.12 or 3.13 is needed: https://www.python.org/downloads/windows'
}

# Environments hold absolute paths: one that was moved, or whose Python is gone, is made anew.
function New-Environment {
    if (Test-Path $stamp) {
        $moved = [IO.File]::ReadAllLines($stamp)[0] -ne $root
    } else {
        $moved = $false
    }
    if (-not $moved -and (Test-Path $python) -and (Test-Python @($python) 'import pip')) { return }
    $words = @(Find-Python)
    Write-Output "Making .venv with $($words -join ' ')"
    $arguments = @($words | Select-Object -Skip 1) + @('-m', 'venv', '--clear', '.venv')
    Invoke-Checked $words[0] $arguments
}

function Install-Locked([string[]]$Arguments) {
    $pip = @('-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input')
    Invoke-Checked $python ($pip + $Arguments)
}

function Initialize-Checkout {
    $hashes = foreach ($file in @($lock, (Join-Path $root 'pyproject.toml'))) {
        (Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash
    }
    $wanted = (@($root) + $hashes) -join "`n"
    if ((Test-Path $python) -and (Test-Path $stamp) -and
        [IO.File]::ReadAllText($stamp) -eq $wanted) { return }
    New-Environment
    Write-Output 'Installing the locked packages into .venv'
    Install-Locked @('--require-hashes', '--only-binary', ':all:', '-r', $lock)
    Install-Locked @('--no-deps', '--no-build-isolation', '--no-index', '--editable', '.')
    [IO.File]::WriteAllText($stamp, $wanted)
}

function Invoke-Check {
    Invoke-Checked (Join-Path $scripts 'ruff.exe') @('check', '.')
    Invoke-Checked (Join-Path $scripts 'ruff.exe') @('format', '--check', '.')
    Invoke-Checked (Join-Path $scripts 'lint-imports.exe') @('--no-logo')
    Invoke-Checked (Join-Path $scripts 'mypy.exe') @()
}

$target = 'help'
if ($args.Count -gt 0) { $target = $args[0] }
$rest = @($args | Select-Object -Skip 1)

if (@('help', 'setup', 'run', 'test', 'check', 'bench', 'pictures') -notcontains $target) {
    Show-Help
    Stop-With "There is no target $target."
}
if ($target -eq 'help') {
    Show-Help
    exit 0
}

Set-Location -LiteralPath $root
$env:PYTHONUTF8 = '1'  # else Vietnamese words sent to a pipe or a file end in UnicodeEncodeError
Initialize-Checkout
if ($target -eq 'run') {
    Start-Process -FilePath (Join-Path $scripts 'thidua-desktop.exe') -ArgumentList '--sample'
    exit 0
}

$env:QT_QPA_PLATFORM = 'offscreen'
switch ($target) {
    'test' {
        Invoke-Check
        Invoke-Checked $python (@('-m', 'pytest', '-n', '2') + $rest)
    }
    'check' { Invoke-Check }
    'bench' { Invoke-Checked $python (@('-m', 'tests.bench') + $rest) }
    'pictures' { Invoke-Checked $python (@('-m', 'tests.pictures') + $rest) }
}
