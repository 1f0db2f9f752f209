import Testing

@testable import Outbound

struct NetworkAddressTests {
    @Test(arguments: [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.8", "192.0.2.7", "198.18.0.1", "198.19.255.255",
        "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1",
        "ff02::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
        "2002:7f00:1::", "3fff::1", "5f00::1",
    ])
    func `no address of this machine or its surroundings is public`(text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test(arguments: [
        "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.167.0.1",
        "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888",
        "64:ff9b::808:808",
    ])
    func `an address that anyone can reach is public`(text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test func `an allowance for one port of this machine is no allowance for another, nor for another spelling`()
        throws
    {
        let allowance = Guard.allowing(loopbackPort: 81)
        #expect(allowance.allows(try #require(NetworkAddress("127.0.0.1")), port: 81, as: "x"))
        #expect(!allowance.allows(try #require(NetworkAddress("127.0.0.1")), port: 82, as: "x"))
        #expect(!allowance.allows(try #require(NetworkAddress("::ffff:127.0.0.1")), port: 81, as: "x"))
        #expect(!allowance.allows(try #require(NetworkAddress("10.0.0.1")), port: 81, as: "x"))
        let named = Guard.allowing(hosts: ["Feeds.Intern"])
        #expect(named.allows(try #require(NetworkAddress("10.0.0.1")), port: 80, as: "feeds.intern"))
        #expect(!named.allows(try #require(NetworkAddress("10.0.0.1")), port: 80, as: "feeds.intern.example.org"))
    }
}
