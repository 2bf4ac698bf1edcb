/* The floor of "frame to ACK": a receiver that only answers.
 * usage: ack TTY. Answers every ENQ and every LF with ACK, stores and checks nothing. */
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

int main(int count, char **words) {
    if (count != 2) return 2;
    int line = open(words[1], O_RDWR | O_NOCTTY);
    struct termios settings;
    if (line < 0 || tcgetattr(line, &settings) != 0) { perror(words[1]); return 1; }
    cfmakeraw(&settings);
    tcsetattr(line, TCSANOW, &settings);
    char bytes[4096];
    for (;;) {
        struct pollfd wanted = {.fd = line, .events = POLLIN};
        if (poll(&wanted, 1, -1) < 0) return 1;
        ssize_t got = read(line, bytes, sizeof bytes);
        if (got <= 0) return 0;
        for (ssize_t i = 0; i < got; i++)
            if (bytes[i] == 0x05 || bytes[i] == '\n')
                if (write(line, "\x06", 1) != 1) return 1;
    }
}
