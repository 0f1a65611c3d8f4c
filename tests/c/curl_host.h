/*
 * What nvo_order_export_run and nvo_fetch_run ask of a program, done with libcurl and POSIX: HTTP, time, transaction ids, the
 * checkpoint in a file, and waiting. Copy these files and files.c and files.h into your program and change what you like.
 */
#ifndef NETVISOR_ORDERS_CURL_HOST_H
#define NETVISOR_ORDERS_CURL_HOST_H

#include <curl/curl.h>
#include <netvisor_orders.h>
#include <signal.h>

/* The context of the functions. */
struct curl_host {
    CURL *curl;
    long timeout_ms;                /* how long Netvisor may take to answer; the vendor advises 120,000 at least */
    const char *checkpoint_path;    /* the file that is replaced each time */
    volatile sig_atomic_t *stop;    /* anything but 0 ends the run, as a signal handler sets it; NULL if nothing does */
};

/* Gets ready. Returns 0 when libcurl could not. */
int curl_host_open(struct curl_host *self, const char *checkpoint_path);

void curl_host_close(struct curl_host *self);

/*
 * The functions, with `self` as their context; those that need not be there may be replaced, or set to NULL. `deliver`, which a
 * fetch needs, is yours to add.
 */
nvo_host curl_host_functions(struct curl_host *self);

/* The time now, in milliseconds since 1970. */
int64_t unix_milliseconds(void);

#endif
