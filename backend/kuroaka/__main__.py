"""``python -m kuroaka``: the program, where no script is on the path."""

from kuroaka.cli import main

if __name__ == "__main__":
    main()
