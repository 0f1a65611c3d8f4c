/*
 * A webshop order becomes signed Netvisor requests:
 *
 *     example CONNECTION.json SHOP ORDER.json [SETTINGS.json]
 *
 * SHOP is canonical, woocommerce or shopify. The program prints what an HTTP client would send and sends nothing.
 * Copy what you need. It compiles as C11 and as C++17:
 *
 *     cc example.c $(pkg-config --cflags --libs netvisor_orders)
 */
#include <netvisor_orders.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Reads a whole file, which the caller frees; NULL (and a message) where it cannot be read. */
static char *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    size_t capacity = 4096;
    char *data = (char *)malloc(capacity);

    *len = 0;
    while (file != NULL && data != NULL) {
        char *larger;
        *len += fread(data + *len, 1, capacity - *len, file);
        if (*len < capacity)
            break;
        larger = (char *)realloc(data, capacity *= 2);
        if (larger == NULL) {
            free(data);
            data = NULL;
        } else {
            data = larger;
        }
    }
    if (file == NULL || data == NULL || ferror(file)) {
        fprintf(stderr, "cannot read %s\n", path);
        free(data);
        data = NULL;
    }
    if (file != NULL)
        fclose(file);
    return data;
}

/* The time now in milliseconds since 1970. Netvisor checks it, so the clock must be right. */
static int64_t unix_milliseconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A transaction id that was never used before: 16 random bytes in hex. Returns 0 where there is no randomness. */
static int new_transaction_id(char id[33])
{
    unsigned char bytes[16];
    FILE *random = fopen("/dev/urandom", "rb");
    size_t i, got = 0;

    if (random != NULL) {
        got = fread(bytes, 1, sizeof bytes, random);
        fclose(random);
    }
    for (i = 0; i < got; i++)
        sprintf(id + 2 * i, "%02x", (unsigned)bytes[i]);
    return got == sizeof bytes;
}

static void print_error(const nvo_error *error)
{
    /* Every text is NUL-terminated as well, so %s will do. */
    fprintf(stderr, "%s at \"%s\": %s\n", nvo_error_code(error).data, nvo_error_path(error).data,
            nvo_error_message(error).data);
}

/* Signs one document and prints the request. Returns 0 when it could not be signed. */
static int print_request(const nvo_connection *connection, const nvo_preview_result *preview, size_t index)
{
    const nvo_str request = nvo_preview_document_request(preview, index);
    nvo_signed *signed_request = NULL;
    nvo_error *error = NULL;
    char transaction_id[33];
    size_t i;

    printf("-- %s, %s\n", nvo_preview_document_kind(preview, index).data,
           nvo_preview_document_when(preview, index).data);
    if (!new_transaction_id(transaction_id)) {
        fprintf(stderr, "no random numbers\n");
        return 0;
    }
    if (nvo_connection_sign(connection, request.data, request.len, unix_milliseconds(), transaction_id,
                            strlen(transaction_id), &signed_request, &error) != NVO_STATUS_OK) {
        /* A payment, for one, needs the key of its invoice: preview again with it in `known` when you have it. */
        const int waits = strcmp(nvo_error_code(error).data, "request_incomplete") == 0;
        if (waits)
            printf("waits for the reply to an earlier one\n\n");
        else
            print_error(error);
        nvo_error_free(error);
        return waits;
    }
    printf("%s %s\n", nvo_signed_method(signed_request).data, nvo_signed_url(signed_request).data);
    for (i = 0; i < nvo_signed_header_count(signed_request); i++)
        printf("%s: %s\n", nvo_signed_header_name(signed_request, i).data,
               nvo_signed_header_value(signed_request, i).data);
    printf("\n%s\n\n", nvo_preview_document_body(preview, index).data);
    nvo_signed_free(signed_request);
    return 1;
}

int main(int argc, char **argv)
{
    /* Everything owned, in one place: freeing NULL is fine, so one exit serves every outcome. */
    char *connection_json = NULL, *order_json = NULL, *settings_json = NULL;
    size_t connection_len = 0, order_len = 0, settings_len = 0, i;
    nvo_connection *connection = NULL;
    nvo_settings *settings = NULL;
    nvo_order *order = NULL;
    nvo_preview_result *preview = NULL;
    nvo_error *error = NULL;
    int status = EXIT_FAILURE;

    if (argc != 4 && argc != 5) {
        fprintf(stderr, "usage: %s CONNECTION.json SHOP ORDER.json [SETTINGS.json]\n", argv[0]);
        return EXIT_FAILURE;
    }
    if (nvo_abi_version() != NVO_ABI_VERSION) {
        fprintf(stderr, "compiled for another version than %s\n", nvo_version().data);
        return EXIT_FAILURE;
    }
    if ((connection_json = read_file(argv[1], &connection_len)) == NULL ||
        (order_json = read_file(argv[3], &order_len)) == NULL ||
        (argc == 5 && (settings_json = read_file(argv[4], &settings_len)) == NULL))
        goto done;

    /* Once per company: the connection holds the keys, the settings are the merchant's choices ({} are the defaults). */
    if (nvo_connection_parse(connection_json, connection_len, &connection, &error) != NVO_STATUS_OK)
        goto done;
    if (nvo_settings_parse(settings_json != NULL ? settings_json : "{}", settings_json != NULL ? settings_len : 2,
                           &settings, &error) != NVO_STATUS_OK)
        goto done;

    /* Once per order. */
    if (nvo_read_order(argv[2], strlen(argv[2]), order_json, order_len, &order, &error) != NVO_STATUS_OK)
        goto done;
    if (nvo_preview(settings, nvo_order_json(order).data, nvo_order_json(order).len, NULL, 0, &preview, &error) !=
        NVO_STATUS_OK)
        goto done;
    for (i = 0; i < nvo_preview_document_count(preview); i++)
        if (!print_request(connection, preview, i))
            goto done;
    printf("warnings while reading: %s\n", nvo_order_warnings_json(order).data);
    status = EXIT_SUCCESS;

done:
    if (error != NULL)
        print_error(error);
    nvo_error_free(error);
    nvo_preview_free(preview);
    nvo_order_free(order);
    nvo_settings_free(settings);
    nvo_connection_free(connection);
    free(settings_json);
    free(order_json);
    free(connection_json);
    return status;
}
