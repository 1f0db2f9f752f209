// libcurl, with the few lines that Swift cannot say: it calls no C function with a variable number of arguments.
#ifndef RIFFLE_CCURL_H
#define RIFFLE_CCURL_H

// The macros that check types in C are macros Swift cannot see.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

static inline CURLcode ccurl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_pointer(CURL *curl, CURLoption option, const void *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_address(CURL *curl, CURLU *value) {
    return curl_easy_setopt(curl, CURLOPT_CURLU, value);
}
static inline CURLcode ccurl_on_data(CURL *curl, CURLoption option, size_t (*call)(char *, size_t, size_t, void *)) {
    return curl_easy_setopt(curl, option, call);
}
static inline CURLcode ccurl_on_progress(
    CURL *curl, int (*call)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
) {
    return curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, call);
}
static inline CURLcode ccurl_on_socket(
    CURL *curl, curl_socket_t (*call)(void *, curlsocktype, struct curl_sockaddr *)
) {
    return curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, call);
}
static inline CURLcode ccurl_get_long(CURL *curl, CURLINFO info, long *value) {
    return curl_easy_getinfo(curl, info, value);
}

#endif
