#!/usr/bin/env bash
#
# Succeeds when the service says that it is ready. The runtime image has no HTTP client; bash is enough.
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}" || exit 1
printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3 && [[ $status == 200 ]]
