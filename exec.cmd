@rem npm start says "exec node ...", so that a signal to npm reaches the bot itself and not a shell; cmd.exe has no exec and finds this one.
@%*
