/* Many readers of the event stream in one small process, so that they cost less than what is
 * measured.
 * usage: listen PORT CLIENTS PREFIX COUNT. Connects CLIENTS readers to 127.0.0.1:PORT, says
 * "listening", and then waits until each of them has seen the results of COUNT specimens whose ID
 * is PREFIX and a number of five digits; or until nothing came for 10 s. Prints for each specimen
 * its number, how many readers saw it, and the monotonic second at which the last of them did. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { room = 1 << 18, patience = 10000 };

struct reader { int socket; size_t held; char *bytes; };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int connected(int port) {
    static const char request[] =
        "GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int end = socket(AF_INET, SOCK_STREAM, 0);
    if (end < 0 || connect(end, (struct sockaddr *)&address, sizeof address) != 0) return -1;
    return write(end, request, sizeof request - 1) == sizeof request - 1 ? end : -1;
}

/* Looks at every whole event, and moves what is left to the front. */
static void take(struct reader *from, const char *wanted, int count, int *seen, double *last) {
    char *start = from->bytes, *end = from->bytes + from->held, *stop;
    while ((stop = memmem(start, (size_t)(end - start), "\n\n", 2)) != NULL) {
        char *hit = memmem(start, (size_t)(stop - start), wanted, strlen(wanted));
        int isResult = memmem(start, (size_t)(stop - start), "\"type\":\"result\"", 15) != NULL;
        if (hit != NULL && isResult) {
            int number = atoi(hit + strlen(wanted));
            if (number >= 0 && number < count) { seen[number]++; last[number] = now(); }
        }
        start = stop + 2;
    }
    from->held = (size_t)(end - start);
    memmove(from->bytes, start, from->held);
}

int main(int words, char **word) {
    if (words != 5) return 2;
    int port = atoi(word[1]), clients = atoi(word[2]), count = atoi(word[4]), poller = epoll_create1(0);
    char wanted[64];
    snprintf(wanted, sizeof wanted, "\"specimen\":\"%s", word[3]);
    struct reader *readers = calloc((size_t)clients, sizeof *readers);
    int *seen = calloc((size_t)count, sizeof *seen);
    double *last = calloc((size_t)count, sizeof *last);
    if (poller < 0 || readers == NULL || seen == NULL || last == NULL) return 1;
    for (int i = 0; i < clients; i++) {
        struct epoll_event wish = {.events = EPOLLIN, .data = {.ptr = &readers[i]}};
        readers[i] = (struct reader){.socket = connected(port), .bytes = malloc(room)};
        if (readers[i].socket < 0 || readers[i].bytes == NULL) { perror("listen"); return 1; }
        if (epoll_ctl(poller, EPOLL_CTL_ADD, readers[i].socket, &wish) != 0) return 1;
    }
    puts("listening");
    fflush(stdout);
    double heard = now();
    for (;;) {
        struct epoll_event ready[64];
        int got = epoll_wait(poller, ready, 64, 100), open = 0;
        for (int i = 0; i < got; i++) {
            struct reader *from = ready[i].data.ptr;
            ssize_t more = read(from->socket, from->bytes + from->held, room - from->held);
            if (more <= 0) { fprintf(stderr, "a reader was hung up on\n"); return 1; }
            from->held += (size_t)more;
            size_t before = from->held;
            take(from, wanted, count, seen, last);
            if (from->held != before) heard = now();
        }
        for (int i = 0; i < count; i++) open += seen[i] < clients;
        if (open == 0 || now() - heard > patience / 1000.0) break;
    }
    for (int i = 0; i < count; i++) printf("%d %d %.6f\n", i, seen[i], last[i]);
    return 0;
}
