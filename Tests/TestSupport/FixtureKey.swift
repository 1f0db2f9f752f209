package import Foundation

/// A key that every run shares: making one takes seconds in a debug build.
package enum FixtureKey {
    /// As the desk stores it (PKCS#1, DER).
    package static let stored = Data(base64Encoded: text.filter { !$0.isWhitespace }) ?? Data()

    private static let text = """
        MIIG5AIBAAKCAYEAxkRv3SHnhpcvoal9iOsYIv9aMWk1vO3IDxk+Y8ol2umcDZqC1jneSqgAUi8ywfG8HOlReSZh0yU0yimpk/ih
        8f3rGfOYn6H4EmvaGH84iv1WmAfYyzA3IFjQGJnkMyiglf+DUOfrQzjsK+YWwo2cOplBZ4zZx84peHpgSt+7ZLHXnLwqeeOrK7lB
        RqhakCMWY0YnT4KZ7AnQrz22sXKtYSD6AGJ12Hn9i+BQstesr+Aff5EzCl5G2Me/m2Jq5262pXYdg3TW7qHKEvVlAn1HIMqcepq5
        eLycb1bhcumjWLyOXmcNY2CeNlsDSJwFC5C0Ssv/OF3IotH6Ni01iP4Tc7pETkqdq3HNL2jKEk69BX2k1I0Ht7Meo6ppksyQ/XqN
        FppkcApDzhu1CIXLPyNUeQ5tHo6guqvG14leLB7hAZDQcc/4lXO4Il+1caZSVPo6nVq6WWtt7Sy0JWpAAesnnU0cGyrg8VAmERn+
        5VhKWlTVkBH+g1+SgyZ/vMEE0JCxAgMBAAECggF/efc1vu1Ika9DYBUhhYuDrrReDhj6GSRz9jbpgq6aVE5qALaHtFuv8KcQX1rw
        LfTE5xXMp7peuffIQ+RUZHS7B4xy1ivPEAwO3nJOPGtWH2gi7o9pmOSC80imYp8uI3ac11D/SuB62VJFexQYyOVuwyrBuQwhechq
        1PkAZrat+niqaFa5pzj8uy+cYipscTXVAp4K4CU5ggNJ6itBobJllMR2ri/R9o5Sn9P0BaanX5ujN4/LY3If7g8WMM+g4kImdxIm
        m6yaD6CFKD7ecBSSaVy7sS6IK9dxQSQ7Kq7sCwgmgHJhMxpidWb/23UqmA2tVDnV7g8ckir+ljAmHn7Ij/ZbKIGQYlV1ZWwjTmf8
        5cxcthKH0fnKJFTQKStOtzT8K75w9KqGQ2/iR3aLcJ2EXSIOJzLi3+gPzQh7vuTsBAIiQsenTqXgakRJJvYY3uq3BjbsGCcQJkk7
        zZEJ5BlfQ1D9fpbzGi83ITEtqNp4Tj9OCz6DOA98/zFKltmruMECgcEA4hE7/KJg3Sn2kiJQXvldjqVsq0CSWm4oSu9bQFDlTxzK
        EvQGm6OFJdNsHILGTrWq0paULFOGJnjH5tYEXl8rlCrW8uE7lGZeUOrxdpjfR7hPhzTZRBYGz5DD64xPIPC6AfkQuPskV/7k4XL8
        CO/ZnTFZkLMf91tlg94uZ/Be6cvUZWch5TZkeDcN/guM2z8ps2maBd3mKqDbARigUSKV5+htiBfqasyCs/K3dvDmB+QdYzrL65vn
        dnzorNZX4rJZAoHBAOCE5UyyrGw9ibGxPMimUFwMO0TP5SEQBUdiz6HV3YlVr03JJoVtKu4CnSP009B0IRA3rEPfiO5NAquW6D60
        wdS05FUiJCkJOO9x/cPNNgmRSO070T1e8k4aHM8/GofJ7sYXHG3m4Uyx5vrJfxmFgFSAL5CHBW+ufJivfTNXEj4q/A8vL4+hXXvZ
        YAew2AWs8PJL6LkOwoSnwcplcbX/L89K0l1FsuuWH8xgHzN+x7pgT+OjVvKmUroNg8xAzPWWGQKBwQC9ebZuc2Z+V9qK9umoAJdy
        pKHlExTXaHaq/9zaljLr0PRpWFBliHNjlcWKS+2MMOWA5aZBVKweeKMLjZtRwbCT2igYn8DBC9/HMHO7dDvIL+mwKBJl55RDylD7
        jrkPodQ1LRzf/dajTkdl0mr9zpH1F1S7W/bR6q+2C7WXdjcG+8kESKF3LNSekX5PzDx90n3QGxV2D1sHpZSJYauU9Ujxe7S6GVln
        tAtkaW1t6lDSklYzQieCTUR94gleO7Sjk9kCgcEAqsxuo6pJAQ7PcR4j34CmIWAstmxxInXNjkDdM4A+x/snIUWkyFwEDIxwfqoB
        eNLfVDcGFZw3zxFGtsJWa12XFvmFuj3+xDj/1yggpJO4SA7+K3sV8loIeuHiiMa4qBQ2UPvD5Nd/DZlI3f/rcL7eoWnixU/yEsPq
        hTz7QdM7TY/lsKd0xw86zrzPEQq3S5oEsk6M/Dr+P2xfQFlr58f51vhUkCA1vIK4LgHxunr39hDOtZ3Mx0tAI8mkOf4R7cIBAoHB
        AOE1lYX9hEVEL6yTABAXazuHmcFPQzX3a0sQyO8/3xp2sQt5wRY9ZCq/AaDLF7m1HF80xAWzayX4/ymc/2x4L9LA0B4ijv9xpQk9
        UQfqzZbyWN39IGgaOAsRTSDpW6BXlesz5/Ushh06wLXqKX7ZTBZj8orj3KHfVZrTl0yFdcwB6Bq+vKEuVBQFex/jOGicswmWREdc
        3VcJ/l+ahx8MA+75qYYIQ+/256tNPY3ylYEEObzwhMfHjn9rQU/v88uZrQ==
        """
}
