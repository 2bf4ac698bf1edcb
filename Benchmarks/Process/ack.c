/* The floor of "frame to ACK": a receiver that only answers, after one durable write if it is given
 * a file.
 * usage: ack TTY [FILE]. Answers every ENQ and every LF with ACK and checks nothing. With FILE each
 * answer waits for one fdatasync of a 4 KiB block that is overwritten in place. */
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { block = 4096, blocks = 64 };

static int store(int file, unsigned number) {
    char bytes[block];
    memset(bytes, (int)number, sizeof bytes);
    if (pwrite(file, bytes, sizeof bytes, (off_t)block * (number % blocks)) != block) return 1;
    return fdatasync(file);
}

int main(int count, char **words) {
    if (count != 2 && count != 3) return 2;
    int line = open(words[1], O_RDWR | O_NOCTTY);
    struct termios settings;
    if (line < 0 || tcgetattr(line, &settings) != 0) { perror(words[1]); return 1; }
    cfmakeraw(&settings);
    tcsetattr(line, TCSANOW, &settings);
    int file = -1;
    if (count == 3) {
        file = open(words[2], O_RDWR | O_CREAT | O_TRUNC, 0600);
        if (file < 0) { perror(words[2]); return 1; }
        for (unsigned i = 0; i < blocks; i++)
            if (store(file, i) != 0) { perror(words[2]); return 1; }
        if (fsync(file) != 0) { perror(words[2]); return 1; }
    }
    char bytes[4096];
    for (unsigned number = 0;;) {
        struct pollfd wanted = {.fd = line, .events = POLLIN};
        if (poll(&wanted, 1, -1) < 0) return 1;
        ssize_t got = read(line, bytes, sizeof bytes);
        if (got <= 0) return 0;
        for (ssize_t i = 0; i < got; i++) {
            if (bytes[i] != 0x05 && bytes[i] != '\n') continue;
            if (file >= 0 && store(file, number++) != 0) return 1;
            if (write(line, "\x06", 1) != 1) return 1;
        }
    }
}
