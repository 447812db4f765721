# Starts services to measure and keeps the load apart from them. For the scripts here to source; expects the option variables
# java and jvm, and ends what it started when the script ends.

work=$(mktemp -d)
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

die() {
    echo "$*" >&2
    exit 1
}

need() {
    local program
    for program; do
        command -v "$program" >/dev/null || die "this needs $program; on Debian: apt-get install $program"
    done
}

# Half of the cores for the service and the others for the load, so that neither takes the other's time.
if command -v taskset >/dev/null && (($(nproc) > 1)); then
    readonly FOR_LOAD=$(($(nproc) / 2))
    readonly LAST=$(($(nproc) - 1))
    readonly SHARE="service on cores 0-$((LAST - FOR_LOAD)), load on $((LAST - FOR_LOAD + 1))-$LAST"
    on_service_cores=(taskset -c "0-$((LAST - FOR_LOAD))")
    on_load_cores=(taskset -c "$((LAST - FOR_LOAD + 1))-$LAST")
else
    readonly FOR_LOAD=1
    readonly SHARE="service and load share the cores"
    on_service_cores=()
    on_load_cores=()
fi

reports() {
    awk -v count="$1" -f src/test/bench/reports.awk src/test/resources/cases/{requests,recoded}.jsonl
}

# start NAME JAR [JAVA-OPTION...]: starts the jar and sets pid and base to its process and its address.
start() {
    local name=$1 jar=$2 log="$work/$1.log"
    shift 2
    # shellcheck disable=SC2086 # options are words
    "${on_service_cores[@]}" "$java" $jvm "$@" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 -jar "$jar" >"$log" 2>&1 &
    pid=$!
    started+=("$pid")
    for _ in $(seq 300); do
        base=$(awk 'match($0, /Listening on: http:[/0-9.:]*[0-9]/) { print substr($0, RSTART + 14, RLENGTH - 14) }' "$log")
        [ -n "$base" ] && return
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.2
    done
    cat "$log" >&2
    die "the $name did not start"
}

# Most resident memory that a process ever had, in MiB.
peak_memory() {
    awk '/^VmHWM/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}
