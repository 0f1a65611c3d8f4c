/*
 * Fetches the stock of every product from Netvisor into a folder: a file for each product, named by its NetvisorKey, so that a
 * product that comes twice is kept once:
 *
 *     fetch_stock CONNECTION.json FOLDER
 *
 * The first run fetches everything. Each later one fetches what has changed since, from the cursor in FOLDER/cursor; one that
 * was stopped, by Ctrl-C or otherwise, is gone on with from FOLDER/stock.state. Exit status: 0 when the stock is up to date,
 * 1 when something is wrong, 2 when it is to be run again.
 *
 *     cc fetch_stock.c curl_host.c files.c $(pkg-config --cflags --libs netvisor_orders libcurl libcjson)
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* sigaction */
#endif
#include "curl_host.h"
#include "files.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UP_TO_DATE, WRONG, NOT_FINISHED };
enum { LONGEST_PATH = 4096 };

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

/* A host that keeps products. The functions of curl_host see their own part of it. */
struct stock_host {
    struct curl_host curl;
    const char *folder;
};

static const char *text_of(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    return text != NULL ? text : "";
}

/* Puts the path of one of the folder's files together. Returns 0 where it is too long. */
static int path_in(const char *folder, const char *name, char path[LONGEST_PATH])
{
    return snprintf(path, LONGEST_PATH, "%s/%s", folder, name) < LONGEST_PATH;
}

/* Returns 0 where the product could not be kept. */
static int keep(const char *folder, const cJSON *product)
{
    char name[32], path[LONGEST_PATH];
    char *json = cJSON_PrintUnformatted(product);
    int kept;

    snprintf(name, sizeof name, "%.0f.json",
             cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(product, "netvisor_key")));
    kept = json != NULL && path_in(folder, name, path) && replace_file(path, json, strlen(json)) == 0;
    cJSON_free(json);
    if (kept)
        printf("%s  %s  %s\n", text_of(product, "code"), text_of(product, "quantity"), text_of(product, "name"));
    return kept;
}

/* The checkpoint is stored once this has said that everything is on the disk. */
static int deliver(void *context, nvo_str batch)
{
    const struct stock_host *host = (const struct stock_host *)context;
    cJSON *json = cJSON_Parse(batch.data);
    const cJSON *product;
    int failed = json == NULL;

    cJSON_ArrayForEach(product, cJSON_GetObjectItemCaseSensitive(json, "products"))
        failed |= !keep(host->folder, product);
    failed |= sync_folder_of(host->curl.checkpoint_path) != 0; /* which is in that folder */
    cJSON_Delete(json);
    return failed;
}

static void show_progress(void *context, size_t total, size_t done, nvo_str current)
{
    (void)context, (void)current;
    if (total == 0)
        fprintf(stderr, "\r%lu/? ", (unsigned long)done);
    else
        fprintf(stderr, "\r%lu/%lu ", (unsigned long)done, (unsigned long)total);
}

/* The fetch that was stopped, or one of what has changed since the last. NULL where there is none, having said why. */
static nvo_fetch *begin_or_resume(const nvo_settings *settings, const char *cursor_path, const char *state)
{
    struct text checkpoint = file_content(state), cursor = file_content(cursor_path);
    nvo_fetch *fetch = NULL;
    nvo_error *error = NULL;

    if (checkpoint.data != NULL) {
        fprintf(stderr, "going on from %s\n", state);
        nvo_fetch_resume(settings, checkpoint.data, checkpoint.len, &fetch, &error);
    } else {
        cJSON *options = cJSON_CreateObject();
        char *json;

        if (cursor.data != NULL)
            cJSON_AddStringToObject(options, "changed_since", cursor.data);
        json = cJSON_PrintUnformatted(options);
        nvo_fetch_begin(settings, "stock", strlen("stock"), json, json != NULL ? strlen(json) : 0, &fetch, &error);
        cJSON_free(json);
        cJSON_Delete(options);
    }
    if (error != NULL)
        complain(checkpoint.data != NULL ? state : cursor_path, error);
    free(checkpoint.data);
    free(cursor.data);
    return fetch;
}

static void print_messages(const cJSON *faults)
{
    const cJSON *fault;
    cJSON_ArrayForEach(fault, faults)
        fprintf(stderr, "%s\n", text_of(fault, "message"));
}

/* Prints what there is to know and keeps the cursor, without which a finished fetch is no good. */
static int finish(const cJSON *report, const char *cursor_path, const char *state)
{
    const cJSON *stopped = cJSON_GetObjectItemCaseSensitive(report, "stopped");
    const cJSON *refusal = cJSON_GetObjectItemCaseSensitive(stopped, "refusal");
    const char *cursor = text_of(cJSON_GetObjectItemCaseSensitive(report, "result"), "cursor");

    print_messages(cJSON_GetObjectItemCaseSensitive(report, "notes"));
    print_messages(cJSON_GetObjectItemCaseSensitive(stopped, "faults"));
    if (refusal != NULL)
        fprintf(stderr, "%s (%s)\n", text_of(refusal, "message"), text_of(refusal, "netvisor_text"));
    if (stopped != NULL)
        return WRONG;
    if (!cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(report, "finished"))) {
        fprintf(stderr, "not finished: run it again to go on from %s\n", state);
        return NOT_FINISHED;
    }
    /* The cursor first: a run that ends between the two is only gone on with to no purpose. */
    if (*cursor != '\0' && (replace_file(cursor_path, cursor, strlen(cursor)) != 0 || sync_folder_of(cursor_path) != 0)) {
        perror(cursor_path);
        return WRONG;
    }
    remove(state);
    return UP_TO_DATE;
}

/* Fetches into the folder. */
static int run(const nvo_connection *connection, const nvo_settings *settings, const char *folder)
{
    struct stock_host stock;
    char cursor_path[LONGEST_PATH], state[LONGEST_PATH];
    nvo_host host;
    nvo_fetch *fetch = NULL;
    nvo_text *json = NULL;
    nvo_error *error = NULL;
    cJSON *report;
    int status;

    if (!path_in(folder, "cursor", cursor_path) || !path_in(folder, "stock.state", state) ||
        (fetch = begin_or_resume(settings, cursor_path, state)) == NULL)
        return WRONG;
    if (!curl_host_open(&stock.curl, state)) {
        fprintf(stderr, "libcurl does not work here\n");
        nvo_fetch_free(fetch);
        return WRONG;
    }
    stock.curl.stop = &stop;
    stock.folder = folder;
    host = curl_host_functions(&stock.curl);
    host.deliver = deliver;
    host.progress = show_progress;
    nvo_fetch_run(fetch, connection, &host, &json, &error);
    fprintf(stderr, "\n");
    nvo_fetch_free(fetch);
    curl_host_close(&stock.curl);
    if (error != NULL) {
        complain("fetch", error);
        return WRONG;
    }
    report = cJSON_Parse(nvo_text_str(json).data);
    status = finish(report, cursor_path, state);
    cJSON_Delete(report);
    nvo_text_free(json);
    return status;
}

int main(int argc, char **argv)
{
    const char settings_json[] = "{\"language\": \"en\"}";
    struct text connection_json;
    struct sigaction interrupt;
    nvo_connection *connection = NULL;
    nvo_settings *settings = NULL;
    nvo_error *error = NULL;
    int status = WRONG;

    if (argc != 3) {
        fprintf(stderr, "usage: %s CONNECTION.json FOLDER\n", argv[0]);
        return WRONG;
    }
    memset(&interrupt, 0, sizeof interrupt);
    interrupt.sa_handler = on_interrupt;
    sigaction(SIGINT, &interrupt, NULL);
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* a product is told when it is kept, also to another program */

    connection_json = file_content(argv[1]);
    if (connection_json.data == NULL)
        perror(argv[1]);
    else if (nvo_connection_parse(connection_json.data, connection_json.len, &connection, &error) != NVO_STATUS_OK)
        complain(argv[1], error);
    else if (nvo_settings_parse(settings_json, strlen(settings_json), &settings, &error) != NVO_STATUS_OK)
        complain("settings", error);
    else
        status = run(connection, settings, argv[2]);
    nvo_settings_free(settings);
    nvo_connection_free(connection);
    free(connection_json.data);
    return status;
}
