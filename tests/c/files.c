#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* fsync */
#endif
#include "files.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void append(struct text *text, const char *data, size_t len)
{
    char *larger = (char *)realloc(text->data, text->len + len + 1);
    if (larger == NULL)
        abort();
    memcpy(larger + text->len, data, len);
    text->data = larger;
    text->len += len;
    text->data[text->len] = '\0';
}

struct text file_content(const char *path)
{
    struct text text = {NULL, 0};
    FILE *file = fopen(path, "rb");
    char part[4096];
    size_t len;

    if (file == NULL)
        return text;
    append(&text, "", 0);
    while ((len = fread(part, 1, sizeof part, file)) > 0)
        append(&text, part, len);
    if (ferror(file)) {
        free(text.data);
        text.data = NULL;
    }
    fclose(file);
    return text;
}

int replace_file(const char *path, const char *data, size_t len)
{
    char other[4096];
    FILE *file;
    int failed;

    if (snprintf(other, sizeof other, "%s.new", path) >= (int)sizeof other || (file = fopen(other, "wb")) == NULL)
        return -1;
    failed = fwrite(data, 1, len, file) != len;
    failed |= fflush(file) != 0 || fsync(fileno(file)) != 0;
    failed |= fclose(file) != 0;
    return failed || rename(other, path) != 0;
}

int sync_folder_of(const char *path)
{
    char folder[4096];
    const char *slash = strrchr(path, '/');
    int descriptor, failed;

    snprintf(folder, sizeof folder, "%.*s", slash != NULL ? (int)(slash - path) + 1 : 1, slash != NULL ? path : ".");
    if ((descriptor = open(folder, O_RDONLY)) < 0)
        return -1;
    failed = fsync(descriptor);
    close(descriptor);
    return failed;
}
