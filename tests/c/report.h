/* A report of an export, as people read it. Needs cJSON; copy it with curl_host.c, or write your own. */
#ifndef NETVISOR_ORDERS_REPORT_H
#define NETVISOR_ORDERS_REPORT_H

/* How orders ended. */
struct summary {
    int finished;    /* whether every order has ended */
    int orders;
    int in_netvisor; /* as they should be: exported or already_exported */
    int in_doubt;
};

/* Prints a line an order, and what is wrong below it. */
struct summary print_report(const char *json);

#endif
