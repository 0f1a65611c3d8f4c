#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* clock_gettime, nanosleep */
#endif
#include "curl_host.h"
#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TWO_MINUTES_MS 120000L

/* A reply while it comes in. */
struct body {
    char *data;
    size_t len;
};

static size_t collect(char *data, size_t size, size_t count, void *context)
{
    struct body *body = (struct body *)context;
    const size_t len = size * count;
    char *larger = (char *)realloc(body->data, body->len + len + 1);

    if (larger == NULL)
        return 0; /* libcurl gives up */
    memcpy(larger + body->len, data, len);
    body->data = larger;
    body->len += len;
    return len;
}

/* The header list with one more; NULL where there is no memory. UTF-8 becomes the ISO 8859-1 that HTTP carries. */
static struct curl_slist *add_header(struct curl_slist *headers, nvo_str name, nvo_str value)
{
    char *line = (char *)malloc(name.len + 2 + value.len + 1), *end = line;
    struct curl_slist *more = NULL;
    size_t i;

    if (line != NULL) {
        end += sprintf(line, "%s: ", name.data);
        for (i = 0; i < value.len; i++) {
            unsigned byte = (unsigned char)value.data[i];
            if (byte >= 0xc0 && i + 1 < value.len) /* of two bytes: the library lets no larger character through */
                byte = (byte & 0x03) << 6 | ((unsigned char)value.data[++i] & 0x3f);
            *end++ = (char)byte;
        }
        *end = '\0';
        more = curl_slist_append(headers, line);
        free(line);
    }
    if (more == NULL)
        curl_slist_free_all(headers);
    return more;
}

static struct curl_slist *all_headers(const nvo_signed *request)
{
    /* Without this, libcurl may ask before it sends a large body, and wait for the answer. */
    struct curl_slist *headers = curl_slist_append(NULL, "Expect:");
    size_t i;

    for (i = 0; headers != NULL && i < nvo_signed_header_count(request); i++)
        headers = add_header(headers, nvo_signed_header_name(request, i), nvo_signed_header_value(request, i));
    return headers;
}

/* "not_connected" only where Netvisor cannot have got the request: it is then sent again without being looked for. */
static const char *no_reply_kind(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return "not_connected";
    case CURLE_OPERATION_TIMEDOUT:
        return "timeout";
    default:
        return "connection_lost";
    }
}

static void send_request(void *context, const nvo_signed *request, nvo_str body, nvo_answer *answer)
{
    const struct curl_host *self = (const struct curl_host *)context;
    struct curl_slist *headers = all_headers(request);
    struct body reply = {NULL, 0};
    const char *kind = "not_connected"; /* without memory for the headers nothing is sent */
    CURLcode code;

    if (headers != NULL) {
        curl_easy_reset(self->curl);
        curl_easy_setopt(self->curl, CURLOPT_URL, nvo_signed_url(request).data);
        curl_easy_setopt(self->curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(self->curl, CURLOPT_WRITEFUNCTION, collect);
        curl_easy_setopt(self->curl, CURLOPT_WRITEDATA, (void *)&reply);
        curl_easy_setopt(self->curl, CURLOPT_TIMEOUT_MS, self->timeout_ms);
        curl_easy_setopt(self->curl, CURLOPT_NOSIGNAL, 1L);
        /* On a connection kept open libcurl would send a request twice by itself when the first attempt meets its end. */
        curl_easy_setopt(self->curl, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(self->curl, CURLOPT_FORBID_REUSE, 1L);
        if (strcmp(nvo_signed_method(request).data, "POST") == 0) {
            curl_easy_setopt(self->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body.len);
            curl_easy_setopt(self->curl, CURLOPT_POSTFIELDS, body.data);
        }
        code = curl_easy_perform(self->curl);
        if (code == CURLE_OK) {
            long http_status = 0;
            curl_easy_getinfo(self->curl, CURLINFO_RESPONSE_CODE, &http_status);
            nvo_answer_reply(answer, (uint16_t)http_status, reply.data, reply.len, NULL);
        }
        kind = code == CURLE_OK ? NULL : no_reply_kind(code);
    }
    if (kind != NULL)
        nvo_answer_no_reply(answer, kind, strlen(kind), NULL);
    curl_slist_free_all(headers);
    free(reply.data);
}

static int store(void *context, nvo_str checkpoint)
{
    const char *path = ((const struct curl_host *)context)->checkpoint_path;
    return replace_file(path, checkpoint.data, checkpoint.len) != 0 || sync_folder_of(path) != 0;
}

int64_t unix_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t real_time(void *context)
{
    (void)context;
    return unix_milliseconds();
}

/* 16 random bytes in hex. */
static size_t transaction_id(void *context, char *id, size_t size)
{
    unsigned char bytes[16];
    FILE *random = fopen("/dev/urandom", "rb");
    size_t i, got = 0;

    (void)context;
    if (random != NULL) {
        got = fread(bytes, 1, sizeof bytes, random);
        fclose(random);
    }
    if (got < sizeof bytes || size <= 2 * sizeof bytes)
        return 0;
    for (i = 0; i < sizeof bytes; i++)
        sprintf(id + 2 * i, "%02x", (unsigned)bytes[i]);
    return 2 * sizeof bytes;
}

static int should_stop(void *context)
{
    const struct curl_host *self = (const struct curl_host *)context;
    return self->stop != NULL && *self->stop != 0;
}

/* In slices, since a signal may come just before a sleep begins. */
static int sleep_until(void *context, int64_t until_unix_ms, nvo_str reason)
{
    const struct timespec slice = {0, 200000000};

    (void)reason;
    while (unix_milliseconds() < until_unix_ms && !should_stop(context))
        nanosleep(&slice, NULL);
    return 0;
}

int curl_host_open(struct curl_host *self, const char *checkpoint_path)
{
    self->checkpoint_path = checkpoint_path;
    self->timeout_ms = TWO_MINUTES_MS;
    self->stop = NULL;
    self->curl = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_easy_init() : NULL;
    return self->curl != NULL;
}

void curl_host_close(struct curl_host *self)
{
    curl_easy_cleanup(self->curl);
    curl_global_cleanup();
}

nvo_host curl_host_functions(struct curl_host *self)
{
    nvo_host host;

    memset(&host, 0, sizeof host);
    host.context = self;
    host.send = send_request;
    host.store = store;
    host.now = real_time;
    host.transaction_id = transaction_id;
    host.wait = sleep_until;
    host.should_stop = should_stop;
    return host;
}
