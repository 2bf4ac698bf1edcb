extension Dialect.Ordering {
    /// The orders of IHE LAW, for what a dialect leaves out.
    ///
    /// The query (LAB-27) is answered by RSP^K11, which only says that it came, and then by an
    /// OML^O33 of its own (LAB-28): the order, or ORC-1 DC when there is none for the specimen. Its
    /// OBR-2 must be new each time, since an analyzer refuses one that it knows.
    public static let law: Self = {
        let specimen = """
            SPM|1|{specimen}||SER^Serum^HL70487|||||||P^Patient^HL70369
            SAC|||{specimen}|||||||{position}
            """
        var orders = Self()
        orders.queries = ["QBP"]
        orders.response =
            header("RSP^K11^RSP_K11", "||||||", "LAB-27") + """

                MSA|{accepted}|{asked}
                QAK|{query-tag}|{understood}|{query-name}
                {query}
                """
        orders.header = header("OML^O33^OML_O33", "|||NE|AL||", "LAB-28")
        orders.patient = specimen
        orders.order = """
            ORC|NW||||||||{sent}
            TQ1|||||||||R^^HL70485
            OBR|{seq}|{id}-{seq}||{test}
            """
        orders.orderTest = ""
        orders.terminator = ""
        orders.noInformation = specimen + "\nORC|DC||||||||{sent}"
        orders.unreadable = ""
        orders.tests = .orders
        return orders
    }()

    /// The header of a message of `type`, with the conditions of its acknowledgement.
    private static func header(_ type: String, _ conditions: String, _ profile: String) -> String {
        #"MSH|^~\&|{parties}|{sent}||\#(type)|{id}|{processing}|2.5.1"#
            + "\(conditions){charset}|||\(profile)^IHE"
    }
}
