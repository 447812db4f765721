-- Posts the reports of a file in turn, each thread from a place of its own.
-- Usage: wrk ... -s reports.lua URL -- FILE

local threads = 0

function setup(thread)
    thread:set("offset", threads)
    threads = threads + 1
end

function init(args)
    local headers = { ["Content-Type"] = "application/json", ["Accept-Language"] = "en" }
    requests = {}
    for report in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("POST", nil, headers, report)
    end
    at = offset * 997
end

function request()
    at = at % #requests + 1
    return requests[at]
end

-- One line for programs: requests, microseconds, bytes, p50, p99 and errors of any kind.
function done(summary, latency)
    local errors = summary.errors
    print(string.format("result %d %d %d %d %d %d", summary.requests, summary.duration, summary.bytes,
        latency:percentile(50), latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
