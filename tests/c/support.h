/* What the test programs share: checks that count, and files. */
#ifndef NETVISOR_ORDERS_TEST_SUPPORT_H
#define NETVISOR_ORDERS_TEST_SUPPORT_H

#include <netvisor_orders.h>
#include <stddef.h>

#define CHECK(condition) check_at((condition) ? 1 : 0, #condition, __FILE__, __LINE__)

/* Counts a check; a failed one is printed and makes `finish` fail. */
void check_at(int passed, const char *what, const char *file, int line);

/* Names what is being checked, in front of failures. */
void set_context(const char *context);

/* Prints "NAME: N checks passed" and returns the status for main. No checks at all is a failure too. */
int finish(const char *name);

/* Whether a text is exactly this one, and NUL-terminated. */
int str_is(nvo_str text, const char *expected);

/* Whether a text contains another. */
int str_contains(nvo_str text, const char *part);

/* A text with its length, as the two arguments most functions take. */
#define TEXT(text) (text), strlen(text)

/* A file's bytes and, after them, a NUL byte; NULL where there is no such file. The caller frees it. */
char *read_file(const char *folder, const char *name, size_t *len);

#endif
