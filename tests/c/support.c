#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *current_context = "";
static unsigned long checks, failures;

void check_at(int passed, const char *what, const char *file, int line)
{
    checks++;
    if (!passed) {
        failures++;
        fprintf(stderr, "%s:%d: %s%sfailed: %s\n", file, line, current_context, *current_context ? ": " : "", what);
    }
}

void set_context(const char *context)
{
    current_context = context;
}

int finish(const char *name)
{
    if (failures != 0)
        printf("%s: %lu of %lu checks failed\n", name, failures, checks);
    else
        printf("%s: %lu checks passed\n", name, checks);
    return failures == 0 && checks != 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int str_is(nvo_str text, const char *expected)
{
    return text.data != NULL && text.len == strlen(expected) && memcmp(text.data, expected, text.len + 1) == 0;
}

int str_contains(nvo_str text, const char *part)
{
    return text.data != NULL && strstr(text.data, part) != NULL;
}

char *read_file(const char *folder, const char *name, size_t *len)
{
    char path[4096];
    FILE *file;
    char *data;
    long size;

    *len = 0;
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path || (file = fopen(path, "rb")) == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0 || fseek(file, 0, SEEK_SET) != 0 ||
        (data = (char *)malloc((size_t)size + 1)) == NULL || fread(data, 1, (size_t)size, file) != (size_t)size) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    *len = (size_t)size;
    data[size] = '\0';
    return data;
}
