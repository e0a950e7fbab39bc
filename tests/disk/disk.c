/* A disk that is watched, slow, or fails: put before the C library (LD_PRELOAD) of a process that has a casebook open.
 *
 * TRYGG_DISK_LOG    a file into which every write, truncation and sync of the casebook's database, log and head is written in
 *                   the order in which it happens, and every line that the process says, between them
 * TRYGG_DISK_DELAY  how many milliseconds each sync of them takes longer
 * TRYGG_DISK_FAILS  from which sync on, counted from one, the disk answers with an error
 *
 * A record: what (1 byte: W T B S U A), which file (1 byte: d, l, h for the head, or -), offset (8), length (4), bytes. Numbers are the
 * machine's own. B is the beginning of a sync, S its end, with the thread in place of an offset: only what was written
 * before the beginning is on the disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int tape = -2;

static char of_path(const char *path, size_t length)
{
    static const char database[] = "/casebook.db", log[] = "/casebook.db-wal", head[] = "/head";
    if (length >= sizeof log - 1 && !strncmp(path + length - (sizeof log - 1), log, sizeof log - 1)) return 'l';
    if (length >= sizeof database - 1 && !strncmp(path + length - (sizeof database - 1), database, sizeof database - 1))
        return 'd';
    if (length >= sizeof head - 1 && !strncmp(path + length - (sizeof head - 1), head, sizeof head - 1)) return 'h';
    return 0;
}

static char file_of(int fd)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path);
    return length > 0 ? of_path(path, (size_t)length) : 0;
}

static void record(char what, char file, uint64_t offset, const void *bytes, uint32_t length)
{
    if (tape == -2) {
        const char *path = getenv("TRYGG_DISK_LOG");
        tape = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
    }
    if (tape < 0) return;
    char head[14];
    head[0] = what;
    head[1] = file;
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &length, 4);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
    syscall(SYS_writev, tape, parts, 2);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (fd == 1) record('A', '-', 0, bytes, (uint32_t)length);
    else {
        char file = file_of(fd);
        if (file) record('W', file, (uint64_t)lseek(fd, 0, SEEK_CUR), bytes, (uint32_t)length);
    }
    return syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
    char file = file_of(fd);
    if (file) record('W', file, (uint64_t)offset, bytes, (uint32_t)length);
    return syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return pwrite64(fd, bytes, length, offset);
}

int ftruncate64(int fd, off64_t length)
{
    char file = file_of(fd);
    if (file) record('T', file, (uint64_t)length, "", 0);
    return (int)syscall(SYS_ftruncate, fd, length);
}

int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

int unlink(const char *path)
{
    char file = of_path(path, strlen(path));
    if (file) record('U', file, 0, "", 0);
    return (int)syscall(SYS_unlink, path);
}

static int sync_by(long call, int fd)
{
    static int synced;
    char file = file_of(fd);
    if (!file) return (int)syscall(call, fd);
    const char *delay = getenv("TRYGG_DISK_DELAY"), *fails = getenv("TRYGG_DISK_FAILS");
    if (fails && __atomic_add_fetch(&synced, 1, __ATOMIC_SEQ_CST) >= atoi(fails)) {
        errno = EIO;
        return -1;
    }
    uint64_t thread = (uint64_t)syscall(SYS_gettid);
    record('B', file, thread, "", 0);
    if (delay) usleep((useconds_t)atoi(delay) * 1000);
    int done = (int)syscall(call, fd);
    if (!done) record('S', file, thread, "", 0);
    return done;
}

int fsync(int fd)
{
    return sync_by(SYS_fsync, fd);
}

int fdatasync(int fd)
{
    return sync_by(SYS_fdatasync, fd);
}
