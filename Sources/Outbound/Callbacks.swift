import CCurl
import Foundation

/// What libcurl calls, in C's terms; each finds its transfer and asks it.
enum Callbacks {
    /// The transfer has to outlive the run: libcurl holds it without keeping it.
    static func set(on curl: UnsafeMutableRawPointer, for transfer: Transfer) {
        let reference = Unmanaged.passUnretained(transfer).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA, CURLOPT_OPENSOCKETDATA] {
            ccurl_set_pointer(curl, option, reference)
        }
        ccurl_on_data(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, transfer in
            let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Callbacks.transfer(transfer)?.take(body: piece) == true ? piece.count : Callbacks.stopped
        }
        ccurl_on_data(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, transfer in
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Callbacks.transfer(transfer)?.take(header: line) == true ? line.count : Callbacks.stopped
        }
        ccurl_set_long(curl, CURLOPT_NOPROGRESS, 0)
        ccurl_on_progress(curl) { transfer, _, received, _, _ in
            Callbacks.transfer(transfer)?.goesOn(received: received) == true ? 0 : 1
        }
        ccurl_on_socket(curl) { transfer, _, address in
            guard let address, let transfer = Callbacks.transfer(transfer),
                let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr)
            else { return CURL_SOCKET_BAD }
            let target = address.pointee
            let isAllowed = transfer.allows(
                NetworkAddress(
                    UnsafeRawPointer(address) + start, family: target.family, length: Int(target.addrlen)))
            return isAllowed
                ? socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
                : CURL_SOCKET_BAD
        }
    }

    /// A count that libcurl takes for "stop": none that a piece could have.
    private static let stopped = Int.max

    private static func transfer(_ reference: UnsafeMutableRawPointer?) -> Transfer? {
        reference.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}
