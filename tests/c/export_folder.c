/*
 * Exports the canonical orders of a folder to Netvisor, each exactly once:
 *
 *     export_folder CONNECTION.json FOLDER STATE [SETTINGS.json]
 *
 * FOLDER holds one order a file, *.json. STATE keeps the checkpoint while orders are on their way: where it exists, the
 * program goes on from it, whatever ended it last time, and leaves the folder for the next time. Ctrl-C ends it after the
 * request that is under way. Exit status: 0 when every order is in Netvisor, 1 when something is wrong with an order or with
 * the call, 2 when the export is not finished.
 *
 *     cc export_folder.c curl_host.c files.c report.c $(pkg-config --cflags --libs netvisor_orders libcurl libcjson)
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* scandir, sigaction */
#endif
#include "curl_host.h"
#include "files.h"
#include "report.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALL_THERE, WRONG, NOT_FINISHED };

static volatile sig_atomic_t stop;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    stop = 1;
}

/* Says what went wrong, and frees the error. */
static void complain(const char *about, nvo_error *error)
{
    fprintf(stderr, "%s: %s at \"%s\": %s\n", about, nvo_error_code(error).data, nvo_error_path(error).data,
            nvo_error_message(error).data);
    nvo_error_free(error);
}

static int is_json(const struct dirent *entry)
{
    const size_t len = strlen(entry->d_name);
    return len > 5 && strcmp(entry->d_name + len - 5, ".json") == 0;
}

/* Adds an order to the array. Returns 0 where it cannot be read, having said why. */
static int add_order(struct text *orders, const char *path)
{
    struct text json = file_content(path);
    nvo_order *order = NULL;
    nvo_error *error = NULL;

    if (json.data == NULL) {
        perror(path);
        return 0;
    }
    if (nvo_read_order("canonical", strlen("canonical"), json.data, json.len, &order, &error) == NVO_STATUS_OK) {
        append(orders, orders->len > 1 ? "," : "", orders->len > 1);
        append(orders, nvo_order_json(order).data, nvo_order_json(order).len);
    } else {
        complain(path, error);
    }
    nvo_order_free(order);
    free(json.data);
    return error == NULL;
}

/* The orders of a folder as a JSON array, in the order of their files' names. Those that cannot be read are counted. */
static struct text read_folder(const char *folder, int *unreadable)
{
    struct text orders = {NULL, 0};
    struct dirent **entries = NULL;
    const int count = scandir(folder, &entries, is_json, alphasort);
    char path[4096];
    int i;

    *unreadable = 0;
    if (count < 0) {
        perror(folder);
        return orders;
    }
    append(&orders, "[", 1);
    for (i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        *unreadable += !add_order(&orders, path);
        free(entries[i]);
    }
    free(entries);
    append(&orders, "]", 1);
    return orders;
}

/* The export of the folder, or the one that the state file keeps. NULL where there is none, having said why. */
static nvo_order_export *begin_or_resume(const nvo_settings *settings, const char *folder, const char *state,
                                         int *unreadable)
{
    struct text checkpoint = file_content(state), orders = {NULL, 0};
    nvo_order_export *orders_export = NULL;
    nvo_error *error = NULL;

    *unreadable = 0;
    if (checkpoint.data != NULL) {
        fprintf(stderr, "going on from %s\n", state);
        nvo_order_export_resume(settings, checkpoint.data, checkpoint.len, &orders_export, &error);
    } else if ((orders = read_folder(folder, unreadable)).data != NULL) {
        nvo_order_export_begin(settings, orders.data, orders.len, &orders_export, &error);
    }
    if (error != NULL)
        complain(checkpoint.data != NULL ? state : folder, error);
    free(checkpoint.data);
    free(orders.data);
    return orders_export;
}

/* One line, written over again and again. */
static void show_progress(void *context, size_t total, size_t done, nvo_str current)
{
    (void)context;
    fprintf(stderr, "\r%lu of %lu  %-20s", (unsigned long)done, (unsigned long)total, current.data);
}

static int (*sleep_until)(void *context, int64_t until_unix_ms, nvo_str reason);

static int show_wait(void *context, int64_t until_unix_ms, nvo_str reason)
{
    fprintf(stderr, "\nwaiting %ld seconds: %s\n", (long)((until_unix_ms - unix_milliseconds()) / 1000), reason.data);
    return sleep_until(context, until_unix_ms, reason);
}

/* Runs the export and prints the report. */
static int run(nvo_order_export *orders_export, const nvo_connection *connection, const char *state)
{
    struct curl_host curl;
    nvo_host host;
    nvo_text *json = NULL;
    nvo_error *error = NULL;
    struct summary summary;

    if (!curl_host_open(&curl, state)) {
        fprintf(stderr, "libcurl does not work here\n");
        return WRONG;
    }
    curl.stop = &stop;
    host = curl_host_functions(&curl);
    host.progress = show_progress;
    sleep_until = host.wait;
    host.wait = show_wait;
    nvo_order_export_run(orders_export, connection, &host, &json, &error);
    fprintf(stderr, "\n");
    curl_host_close(&curl);
    if (error != NULL) {
        complain("export", error);
        return WRONG;
    }
    summary = print_report(nvo_text_str(json).data);
    nvo_text_free(json);
    if (!summary.finished || summary.in_doubt > 0) {
        printf("not finished: run it again to go on from %s\n", state);
        return NOT_FINISHED;
    }
    remove(state);
    return summary.in_netvisor == summary.orders ? ALL_THERE : WRONG;
}

int main(int argc, char **argv)
{
    struct text connection_json, settings_json = {NULL, 0};
    struct sigaction interrupt;
    nvo_connection *connection = NULL;
    nvo_settings *settings = NULL;
    nvo_order_export *orders_export = NULL;
    nvo_error *error = NULL;
    int unreadable, status = WRONG;

    if (argc != 4 && argc != 5) {
        fprintf(stderr, "usage: %s CONNECTION.json FOLDER STATE [SETTINGS.json]\n", argv[0]);
        return WRONG;
    }
    memset(&interrupt, 0, sizeof interrupt);
    interrupt.sa_handler = on_interrupt;
    sigaction(SIGINT, &interrupt, NULL);

    connection_json = file_content(argv[1]);
    if (argc == 5)
        settings_json = file_content(argv[4]);
    if (connection_json.data == NULL || (argc == 5 && settings_json.data == NULL))
        perror(connection_json.data == NULL ? argv[1] : argv[4]);
    else if (nvo_connection_parse(connection_json.data, connection_json.len, &connection, &error) != NVO_STATUS_OK)
        complain(argv[1], error);
    else if (nvo_settings_parse(argc == 5 ? settings_json.data : "{}", argc == 5 ? settings_json.len : 2, &settings,
                                &error) != NVO_STATUS_OK)
        complain(argv[4], error);
    else if ((orders_export = begin_or_resume(settings, argv[2], argv[3], &unreadable)) != NULL) {
        status = run(orders_export, connection, argv[3]);
        if (status == ALL_THERE && unreadable > 0)
            status = WRONG;
    }
    nvo_order_export_free(orders_export);
    nvo_settings_free(settings);
    nvo_connection_free(connection);
    free(settings_json.data);
    free(connection_json.data);
    return status;
}
