#!/usr/bin/env bash
#
# Training run for the AOT cache: starts the service with the options given, sends it the kinds of request that it will serve,
# and stops it, upon which the JVM writes the cache. Needs nothing but bash and the Java that will use the cache.
#
# usage: train.sh CACHE-FILE JAVA-OPTION...
set -euo pipefail
export LC_ALL=C # lengths in bytes

# One warms the rare paths, a second the reuse of what the first made. More only make the JVM compile more at each start, and
# so take more memory, no less time.
readonly ROUNDS=2
readonly START_SECONDS=120
readonly PORT=18080

# request STATUS METHOD PATH LANGUAGE [BODY [TYPE]]: sends one request, for the type of answer in $accept where that is set; fails
# unless it is answered with the status. The redirection is the function's own, so that a refused connection fails it and ends
# nothing else.
request() (
    expected=$1 method=$2 path=$3 language=$4 body=${5-} type=${6-application/json}
    exec 3<>"/dev/tcp/127.0.0.1/$PORT"
    {
        printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n' "$method" "$path"
        printf 'Accept: %s\r\nAccept-Encoding: gzip\r\nAccept-Language: %s\r\n' "${accept-*/*}" "$language"
        printf 'Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s' "$type" "${#body}" "$body"
    } >&3
    read -r _ status _ <&3
    cat <&3 >/dev/null
    if [[ $status != "$expected" ]]; then
        echo "$method $path: status $status, not $expected" >&2
        exit 1
    fi
)

readonly EMERGENCY='{
  "patient": { "ageYears": 58, "sex": "female", "bmi": 31.5 },
  "surgery": { "daysAgo": 16, "approach": "posterior", "levelsFused": 2, "fusedToSacrum": true },
  "symptomsStartedDaysAgo": 2,
  "findings": [
    { "id": "temperature", "value": 38.6 },
    { "id": "wound-drainage", "choice": "cloudy" },
    { "id": "saddle-numbness", "presence": "present", "startedDaysAgo": 1, "course": "worse" },
    { "id": "new-leg-weakness", "presence": "absent" },
    { "id": "calf", "presence": "unsure" },
    { "id": "diabetes", "presence": "present", "sinceBeforeSurgery": true }
  ],
  "reportedBy": "patient"
}'
readonly ORDINARY='{
  "surgery": { "daysAgo": 5 },
  "findings": [ { "id": "shooting-electric", "presence": "present" }, { "id": "pain-score", "value": 5 } ]
}'
readonly FAULTY='{
  "surgery": { "daysAgo": "5" },
  "findings": [ { "id": "no-such-finding", "presence": "perhaps" }, { "id": "pain-score", "value": 99 } ],
  "color": "blue"
}'

# What a probe, the page, a client's start, an interview, a batch and a mistake ask for.
exercise() {
    local language path
    request 200 GET /q/health/live en
    request 200 GET /q/health/ready en
    request 200 GET /q/metrics en
    request 200 GET /openapi en
    for path in / /style.css /js/app.js /words/en.json; do
        request 200 GET "$path" en
    done
    for language in en es; do
        for path in findings causes red-flags education sources urgency-levels knowledge; do
            request 200 GET "/v1/$path" "$language"
        done
        request 200 GET /v1/findings/saddle-numbness "$language"
        request 200 GET /v1/evaluation "$language"
        accept=text/html request 200 GET /v1/evaluation "$language"
        request 200 GET /v1/recovery "$language"
        request 200 POST /v1/interview "$language" '{ "surgery": { "daysAgo": 16 } }'
        request 200 POST /v1/interview "$language" "$EMERGENCY"
        request 200 POST /v1/triage/batch "$language" "${EMERGENCY//$'\n'/ }"$'\n{\n'"${FAULTY//$'\n'/ }" application/x-ndjson
        request 200 POST /v1/triage "$language" "$EMERGENCY"
        request 200 POST /v1/triage "$language" "$ORDINARY"
        request 400 POST /v1/triage "$language" "$FAULTY"
        request 400 POST /v1/triage "$language" '{'
        request 404 GET /v1/findings/no-such-finding "$language"
    done
}

cache=$1
shift
rm -f "$cache"

java -XX:AOTCacheOutput="$cache" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$PORT" "$@" &
service=$!
trap 'kill -KILL "$service" 2>/dev/null || true' EXIT

until request 200 GET /q/health/ready en 2>/dev/null; do
    kill -0 "$service"
    if ((SECONDS > START_SECONDS)); then
        echo "not ready after $START_SECONDS seconds" >&2
        exit 1
    fi
    sleep 0.2
done

for ((round = 0; round < ROUNDS; round++)); do
    exercise
done

kill -TERM "$service"
wait "$service" || [[ $? == 143 ]] # as a JVM that was asked to stop
trap - EXIT
[[ -s $cache ]]
