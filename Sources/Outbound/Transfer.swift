import CCurl
import Foundation

/// One request and its answer, on one thread.
final class Transfer {
    private let fetch: Fetch
    private let allowed: Guard
    private let deadline: ContinuousClock.Instant
    private let stop: Stop
    private let receive: (UnsafeRawBufferPointer) throws -> Void

    private var status = 0
    private var headers = Headers()
    private var headerBytes = 0
    private var size = 0
    private var refusal = Data()
    /// Of the addresses the name leads to, whether one was allowed and whether one was not.
    private var wasAllowed = false
    private var wasRefused = false
    /// What ended the transfer from within one of the calls below.
    private var failure: (any Error)?

    private static let mostRefusal = 64 << 10
    /// Headers of all replies to one request together.
    private static let mostHeaders = 256 << 10

    init(
        _ fetch: Fetch, _ allowed: Guard, deadline: ContinuousClock.Instant, stop: Stop,
        _ receive: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.fetch = fetch
        self.allowed = allowed
        self.deadline = deadline
        self.stop = stop
        self.receive = receive
    }

    func run(on curl: UnsafeMutableRawPointer) throws -> Reply {
        let left = deadline - ContinuousClock.now
        guard left > .zero else { throw FetchFailure.tooLong(seconds: fetch.limits.seconds) }
        // The hop before may have sent a form.
        curl_easy_reset(curl)
        let list = HeaderList(fetch)
        fetch.set(on: curl, left: left)
        ccurl_set_list(curl, CURLOPT_HTTPHEADER, list.first)
        Callbacks.set(on: curl, for: self)
        let code = withExtendedLifetime(list) { curl_easy_perform(curl) }
        if let failure { throw failure }
        guard code == CURLE_OK else { throw reason(code) }
        return Reply(status: status, address: fetch.address, headers: headers, size: size, refusal: refusal)
    }

    // MARK: Called by libcurl. False ends the transfer.

    func allows(_ address: NetworkAddress?) -> Bool {
        let isAllowed = address.map { allowed.allows($0, port: fetch.address.port, as: fetch.address.host) } ?? false
        if isAllowed { wasAllowed = true } else { wasRefused = true }
        return isAllowed
    }

    func take(header bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Self.mostHeaders else { return end(FetchFailure.tooLarge(bytes: Self.mostHeaders)) }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // A reply may be preceded by others, such as 100 Continue.
            headers = Headers()
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
        } else {
            headers.add(line: line)
        }
        return true
    }

    func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        size += bytes.count
        guard size <= fetch.limits.unpacked else { return end(FetchFailure.tooLarge(bytes: fetch.limits.unpacked)) }
        guard (200...299).contains(status) else {
            refusal.append(contentsOf: bytes.prefix(Self.mostRefusal - refusal.count))
            return true
        }
        do {
            try receive(bytes)
            return true
        } catch {
            return end(error)
        }
    }

    func goesOn(received: Int) -> Bool {
        if stop.isPulled { return end(CancellationError()) }
        if received > fetch.limits.received { return end(FetchFailure.tooLarge(bytes: fetch.limits.received)) }
        return true
    }

    private func end(_ error: any Error) -> Bool {
        failure = error
        return false
    }

    private func reason(_ code: CURLcode) -> FetchFailure {
        let host = fetch.address.host
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .unresolved(host: host)
        case CURLE_COULDNT_CONNECT:
            return wasRefused && !wasAllowed ? .forbidden(host: host) : .unreachable(host: host)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            return .untrusted(host: host)
        case CURLE_OPERATION_TIMEDOUT:
            return deadline - ContinuousClock.now <= .milliseconds(50)
                ? .tooLong(seconds: fetch.limits.seconds)
                : status == 0 ? .unreachable(host: host) : .tooSlow(host: host)
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(bytes: fetch.limits.received)
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SEND_ERROR: return .cutShort(host: host)
        default: return .garbled(host: host, String(cString: curl_easy_strerror(code)).lowercased())
        }
    }
}
