# Makes COUNT different reports, half of them with 20 findings and half with 40, of the screened reports of the published cases:
# another age, another day, other scores, findings left out or added as absent, a few of the absent ones changed.
# Usage: awk -v count=COUNT -f reports.awk CASES... ; the same reports each time.

{
    from = index($0, "\"screened\": ")
    to = index($0, ", \"note\": ")
    list = index(substr($0, from), "\"findings\": [{")
    if (!from || !list || to < from) { print "not a case: " FILENAME ":" FNR > "/dev/stderr"; failed = 1; exit 1 }
    head[++cases] = substr($0, from + 12, list - 13)
    rest = substr($0, from + list + 13, to - from - list - 13)
    ends = index(rest, "}]")
    findings[cases] = substr(rest, 1, ends - 1)
    tail[cases] = substr(rest, ends)
    parts = split(findings[cases], part, /}, {/)
    for (i = 1; i <= parts; i++) {
        if (part[i] ~ /"absent"$/ && !(part[i] in known)) { known[part[i]] = 1; pool[++pooled] = part[i] }
    }
}

function one_of(n) {
    return 1 + int(rand() * n)
}

# Leaves out findings at random, or adds from the pool, until there are as many as wanted.
function resize(wanted,    i, seen) {
    for (; parts > wanted; parts--) part[one_of(parts)] = part[parts]
    for (i = 1; i <= parts; i++) seen[id(part[i])] = 1
    while (parts < wanted) {
        i = one_of(pooled)
        if (!(id(pool[i]) in seen)) { seen[id(pool[i])] = 1; part[++parts] = pool[i] }
    }
}

function id(finding) {
    return substr(finding, 1, index(finding, "\", "))
}

function vary(finding) {
    if (finding ~ /^"id": "pain-score"/) sub(/"value": [0-9.]+/, "\"value\": " int(rand() * 11), finding)
    if (finding ~ /^"id": "temperature"/) sub(/"value": [0-9.]+/, sprintf("\"value\": %.1f", 36 + rand() * 2), finding)
    if (rand() < 0.03) sub(/"absent"$/, "\"present\"", finding)
    else if (rand() < 0.02) sub(/"absent"$/, "\"unsure\"", finding)
    return finding
}

END {
    if (failed) exit 1
    srand(1)
    for (n = 1; n <= count; n++) {
        at = 1 + (n - 1) % cases
        parts = split(findings[at], part, /}, {/)
        resize(n % 2 ? 20 : 40)
        report = head[at]
        sub(/"ageYears": [0-9]+/, "\"ageYears\": " 18 + int(rand() * 75), report)
        days = match(report, /"daysAgo": [0-9]+/) ? substr(report, RSTART + 11, RLENGTH - 11) : 0
        if (findings[at] !~ /sinceBeforeSurgery/) sub(/"daysAgo": [0-9]+/, "\"daysAgo\": " int(days * (0.5 + rand())), report)
        report = report "\"findings\": ["
        for (i = 1; i <= parts; i++) report = report (i > 1 ? "}, {" : "{") vary(part[i])
        print report tail[at]
    }
}
