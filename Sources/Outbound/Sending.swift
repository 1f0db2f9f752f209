import CCurl
package import Foundation

extension WayOut {
    /// Hands a mail to the server. Once this returns, the server has said that it keeps it.
    /// - Throws: `SendFailure` or `CancellationError`.
    package func send(
        _ letter: Letter, from name: String, at moment: Date, through server: MailServer
    ) async throws {
        let message = letter.message(from: server.sender, named: name, at: moment)
        try await run { curl, stop in
            try Delivery(message, to: letter.to.description, stop: stop).run(on: curl, through: server)
        }
    }

    /// Greets the server, signs in, and leaves again.
    package func reach(_ server: MailServer) async throws {
        try await run { curl, stop in try Delivery(Data(), to: nil, stop: stop).run(on: curl, through: server) }
    }
}

/// One conversation with a mail server, on one thread.
private final class Delivery {
    private let message: Data
    private let recipient: String?
    private let stop: Stop
    private var sent = 0

    init(_ message: Data, to recipient: String?, stop: Stop) {
        self.message = message
        self.recipient = recipient
        self.stop = stop
    }

    func run(on curl: UnsafeMutableRawPointer, through server: MailServer) throws {
        server.set(on: curl)
        let reference = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(curl, CURLOPT_XFERINFODATA, reference)
        ccurl_set_long(curl, CURLOPT_NOPROGRESS, 0)
        ccurl_on_progress(curl) { delivery, _, _, _, _ in Delivery.at(delivery)?.stop.isPulled == false ? 0 : 1 }
        // What the server answers to a greeting is nobody's business.
        ccurl_on_data(curl, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        let recipients = HeaderList(lines: recipient.map { ["<\($0)>"] } ?? [])
        if recipient != nil {
            ccurl_set_text(curl, CURLOPT_MAIL_FROM, "<\(server.sender)>")
            ccurl_set_list(curl, CURLOPT_MAIL_RCPT, recipients.first)
            ccurl_set_long(curl, CURLOPT_UPLOAD, 1)
            ccurl_set_pointer(curl, CURLOPT_READDATA, reference)
            ccurl_on_data(curl, CURLOPT_READFUNCTION) { bytes, size, count, delivery in
                Delivery.at(delivery)?.next(UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
            }
        } else {
            ccurl_set_text(curl, CURLOPT_CUSTOMREQUEST, "NOOP")
        }
        let code = withExtendedLifetime(recipients) { curl_easy_perform(curl) }
        guard code != CURLE_OK else { return }
        if stop.isPulled { throw CancellationError() }
        var answer = 0
        ccurl_get_long(curl, CURLINFO_RESPONSE_CODE, &answer)
        throw SendFailure(code, answer: answer, host: server.host)
    }

    private func next(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let piece = message[sent..<min(message.count, sent + room.count)]
        room.copyBytes(from: piece)
        sent += piece.count
        return piece.count
    }

    private static func at(_ reference: UnsafeMutableRawPointer?) -> Delivery? {
        reference.map { Unmanaged<Delivery>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension MailServer {
    fileprivate func set(on curl: UnsafeMutableRawPointer) {
        ccurl_set_text(curl, CURLOPT_URL, address)
        ccurl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        ccurl_set_text(curl, CURLOPT_PROXY, "")
        ccurl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(curl, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(curl, CURLOPT_SSL_VERIFYHOST, 2)
        let encryption = needsEncryption ? CURLUSESSL_ALL : CURLUSESSL_NONE
        ccurl_set_long(curl, CURLOPT_USE_SSL, Int(encryption.rawValue))
        if let user { ccurl_set_text(curl, CURLOPT_USERNAME, user) }
        if let password { ccurl_set_text(curl, CURLOPT_PASSWORD, password) }
        ccurl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, 15_000)
        ccurl_set_long(curl, CURLOPT_TIMEOUT_MS, 60_000)
    }
}

extension SendFailure {
    /// - Parameter answer: the last reply's number, 0 where there was none.
    fileprivate init(_ code: CURLcode, answer: Int, host: String) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            self.init(reason: .server, description: "The name \(host) is not known. Check RIFFLE_SMTP.")
        case CURLE_COULDNT_CONNECT:
            self.init(reason: .server, description: "\(host) does not answer.")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED:
            self.init(reason: .server, description: "\(host) cannot prove who it is, or does not encrypt.")
        case CURLE_LOGIN_DENIED:
            self.init(reason: .server, description: "\(host) does not take the name and password in RIFFLE_SMTP.")
        case _ where (500...599).contains(answer):
            self.init(reason: .refused, description: "\(host) refuses the mail for good (\(answer)).")
        default:
            let how = answer > 0 ? "last said \(answer)" : String(cString: curl_easy_strerror(code)).lowercased()
            self.init(reason: .later, description: "\(host) has not taken the mail yet: \(how).")
        }
    }
}
