// Calls of Linux that the Swift toolchain's own map of the C library leaves out.
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>

extern int accept4(int, struct sockaddr *, socklen_t *, int);
extern int grantpt(int);
extern int posix_openpt(int);
extern int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);
extern int ptsname_r(int, char *, size_t);
extern int unlockpt(int);
