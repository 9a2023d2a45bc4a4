"""The award law as data: dated packs of titles, rules, money and procedure. Judges no one."""
