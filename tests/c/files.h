/* Whole files, read and replaced: copy both files together with what uses them. */
#ifndef NETVISOR_ORDERS_FILES_H
#define NETVISOR_ORDERS_FILES_H

#include <stddef.h>

/* Bytes that grow, with a NUL after them. Start with {NULL, 0}; the caller frees data. */
struct text {
    char *data;
    size_t len;
};

void append(struct text *text, const char *data, size_t len);

/* What a file holds; data is NULL where it cannot be read. */
struct text file_content(const char *path);

/*
 * Replaces a file as a whole: whenever the process or the machine dies, the old content or the new one is there. Beside it a
 * file with .new at the end of its name may be left behind. Returns 0 when it is done.
 */
int replace_file(const char *path, const char *data, size_t len);

/*
 * Makes what was replaced in this file's folder last: after it the old contents do not come back. Returns 0 when it is done.
 */
int sync_folder_of(const char *path);

#endif
