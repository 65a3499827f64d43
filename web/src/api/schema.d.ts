// Generated from openapi/openapi.json by `npm run api`. Do not edit.
export interface paths {
    "/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests: those that wait for me (`to_decide`), those that I asked for (`asked_by_me`), all that I may see. */
        get: operations["approval.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with its steps and the facts then and now. */
        get: operations["approval.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/add-signer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets another person sign too. */
        post: operations["approval.add_signer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agrees to the open step. */
        post: operations["approval.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the decision to another person. */
        post: operations["approval.hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses it. */
        post: operations["approval.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends it back to whoever asked, or to an earlier step. */
        post: operations["approval.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whoever asked takes it back. */
        post: operations["approval.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether my dues are in a calendar. */
        get: operations["calendar.read"];
        put?: never;
        /** Make a link for my calendar; the one before works no more. */
        post: operations["calendar.share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take my calendar's link back. */
        post: operations["calendar.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company's name, time zone and home currency. */
        get: operations["company.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sets the company up. */
        patch: operations["company.update"];
        trace?: never;
    };
    "/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Control by department, with all together. */
        get: operations["control.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compliance/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clause by clause: what carries it, and how it is kept. */
        get: operations["control.clauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compliance/controls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A control with its clauses, rules, measures and trend. */
        get: operations["control.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compliance/controls/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the records that a control counted. */
        get: operations["control.records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/compliance/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the records that the figures over all controls counted, each rule's once. */
        get: operations["control.all_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact. */
        get: operations["contact.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a contact; absent fields stay, `null` empties. */
        patch: operations["contact.update"];
        trace?: never;
    };
    "/contacts/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hides a contact. */
        post: operations["contact.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases what is known of a contact as a person: the contact's own fields, and who wrote or was written to in its inquiries. */
        post: operations["contact.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a confidential field; that it was read is recorded. */
        post: operations["contact.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a contact back. */
        post: operations["contact.unarchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that the reader may see, archived ones only when the filter asks for them. */
        get: operations["customer.list"];
        put?: never;
        /** Opens a customer's file. */
        post: operations["customer.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that look like the one being typed, whoever may see them. */
        get: operations["customer.duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a file of customers. Somebody decides on it; then whoever asked makes the file. */
        post: operations["customer.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/twins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers on file that are likely to be the same, as far as the reader may see both. */
        get: operations["customer.twins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer's file. */
        get: operations["customer.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the file; absent fields stay, `null` empties. */
        patch: operations["customer.update"];
        trace?: never;
    };
    "/customers/{id}/absorbed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that were merged into this one. */
        get: operations["customer.absorbed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hides the file from lists and pickers. */
        post: operations["customer.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's contacts, first those to ask first. */
        get: operations["contact.list"];
        put?: never;
        /** Enters a contact; `name` is required. */
        post: operations["contact.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What merging this file into another would move and fill; changes nothing. */
        get: operations["customer.merge_preview"];
        put?: never;
        /** Merges this file into another; answers the one that goes on. */
        post: operations["customer.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks to give a customer's data to somebody outside. Somebody decides on it; then whoever asked makes the link. */
        post: operations["customer.share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened with the customer, newest first, as far as the reader may see the records it happened to. */
        get: operations["customer.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the customer to another owner. */
        post: operations["customer.transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived file back. */
        post: operations["customer.unarchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes the merge of this file; answers it as it stands alone again. */
        post: operations["customer.unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All departments, the one at the top first. Everybody who is logged in knows them. */
        get: operations["department.list"];
        put?: never;
        /** Makes a department. */
        post: operations["department.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One department. */
        get: operations["department.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames a department or moves it in the tree. */
        patch: operations["department.update"];
        trace?: never;
    };
    "/departments/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an empty department. */
        post: operations["department.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who works here, to be picked by name. */
        get: operations["member.look_up"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed of what one may see, and how many notices wait.
         * @description With `Accept: text/event-stream` the answer goes on: each event `news` holds the same JSON, its id is `last`. It ends when the log-in
         *     ends, when rights change or when the program stops; a browser then comes again by itself. Eight may be open for one member.
         */
        get: operations["event.follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for an exemption. */
        post: operations["gate.exempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports and sharings that the reader may see, newest first. */
        get: operations["export_run.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export or sharing. */
        get: operations["export_run.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the file oneself; that it was read is evidence. */
        post: operations["export_run.download"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends it: nobody reads it any more. */
        post: operations["export_run.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the file, once what the pack asks for is there. */
        post: operations["export_run.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the engine could not do as the pack says, newest first: for the administrator. */
        get: operations["fault.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that the packs in force add to records of a kind. */
        get: operations["field.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of a record, oldest first. */
        get: operations["file.list"];
        put?: never;
        /** Attach a file to a record. */
        post: operations["file.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a file away from its record. */
        post: operations["file.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file, as an attachment. */
        get: operations["file.download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sheets filed on a record. */
        get: operations["form.list"];
        put?: never;
        /** Files a sheet. */
        post: operations["form.file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A filed sheet. */
        get: operations["form.read_filing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form with what is pre-filled for this record. */
        get: operations["form.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every gate before a point asks for now, met or missing; asking leaves no evidence. */
        get: operations["gate.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record's grades: the one that counts, the one proposed, those before. */
        get: operations["grading.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest handovers that the reader may see. */
        get: operations["handover.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One handover. */
        get: operations["handover.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the needs on. */
        post: operations["handover.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses the needs, with the reason. */
        post: operations["handover.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays and make-up working days, the newest year first. */
        get: operations["holiday.list"];
        put?: never;
        /** Load the holidays of a year, in place of what was known of it; open obligations are due anew. */
        post: operations["holiday.load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own imports, and those of others as far as one may read them, newest first. */
        get: operations["import_run.list"];
        put?: never;
        /** Takes in a file and answers what its columns seem to mean. Nothing is made yet. */
        post: operations["import_run.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds that the reader may import, with what a column can fill. */
        get: operations["import_run.kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import. */
        get: operations["import_run.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops it; what was made stays. */
        post: operations["import_run.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at every row, in the background, before anything is made. */
        post: operations["import_run.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/failed-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that could not be taken in, as a file to mend: the columns as they came, and why, in the last one. */
        get: operations["import_run.failed_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how the file is read, what each column fills and what is done with rows whose record is there. */
        post: operations["import_run.map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first rows of the file as they would be taken in, each with all that is wrong with it. */
        get: operations["import_run.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the rows, in their order. */
        get: operations["import_run.rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the rows in, in the background. */
        post: operations["import_run.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what it made, in the background, as far as nobody has done anything with it since. */
        post: operations["import_run.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/initiations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of an application. */
        get: operations["initiation.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what a draft asks for. */
        patch: operations["initiation.update"];
        trace?: never;
    };
    "/initiations/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands an application in. */
        post: operations["initiation.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/initiations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an application back before it is decided. */
        post: operations["initiation.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inquiries that the reader may see, newest first. */
        get: operations["inquiry.list"];
        put?: never;
        /** Registers an inquiry that the caller took in. */
        post: operations["inquiry.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One inquiry. */
        get: operations["inquiry.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes fields; absent ones stay, `null` empties. After closing every change is a correction. */
        patch: operations["inquiry.update"];
        trace?: never;
    };
    "/inquiries/{id}/assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down background, aim and how clear the need is. */
        post: operations["inquiry.assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives it to a member, or to whom skill and load point. */
        post: operations["inquiry.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could handle it, with skill and load, in the order in which they would be chosen. */
        get: operations["inquiry.candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/classify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets class and priority; the pack's route may give it to somebody at once. */
        post: operations["inquiry.classify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes it, once it is complete; fields still missing may come along. */
        post: operations["inquiry.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has to be there before it can be closed, met or missing. */
        get: operations["inquiry.closing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer was asked again after closing. */
        post: operations["inquiry.follow_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handovers of an inquiry. */
        get: operations["handover.of_inquiry"];
        put?: never;
        /** Offers the needs found to a sales owner. */
        post: operations["handover.offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which customer asks. */
        post: operations["inquiry.match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said, oldest first. */
        get: operations["message.list"];
        put?: never;
        /** Notes what the customer said again; a closed inquiry opens again. */
        post: operations["inquiry.hear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives it to somebody else, with the reason. */
        post: operations["inquiry.reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed one again. */
        post: operations["inquiry.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the customer. */
        post: operations["inquiry.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The waiting is over. */
        post: operations["inquiry.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows how whoever asked is reached; that it was read is recorded. */
        post: operations["inquiry.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller takes it. */
        post: operations["inquiry.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an inquiry, newest first. */
        get: operations["inquiry.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inquiries/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer has to answer first: limits stand still. */
        post: operations["inquiry.wait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Interactions that the reader may see, newest first. */
        get: operations["interaction.list"];
        put?: never;
        /** Writes an interaction down. */
        post: operations["interaction.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans an interaction. */
        post: operations["interaction.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One interaction. */
        get: operations["interaction.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A planned interaction will not take place. */
        post: operations["interaction.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts one that was written down before into an inquiry. */
        post: operations["interaction.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first. */
        get: operations["job.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a failed job again. */
        post: operations["job.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads that the reader may see, newest first. */
        get: operations["lead.list"];
        put?: never;
        /** Enters a lead. */
        post: operations["lead.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead. */
        get: operations["lead.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a lead; absent fields stay, `null` empties. */
        patch: operations["lead.update"];
        trace?: never;
    };
    "/leads/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer was contacted about it. */
        post: operations["lead.contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It leads nowhere, for this reason. */
        post: operations["lead.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/qualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is worth working on. */
        post: operations["lead.qualify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the whole ledger and compare every hash. It takes as long as the ledger is. */
        post: operations["ledger.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I want by mail. */
        get: operations["mail.read"];
        /** Say what I want by mail. */
        put: operations["mail.want"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics of the packs in force with their figures. */
        get: operations["measure.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a metric, or a rule's own measure, comes to. */
        get: operations["measure.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/{metric}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records behind a figure. */
        get: operations["measure.records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members that the reader may see. */
        get: operations["member.list"];
        put?: never;
        /** Makes a member. */
        post: operations["member.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member's page. */
        get: operations["member.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a member. */
        patch: operations["member.update"];
        trace?: never;
    };
    "/members/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a time away. */
        post: operations["absence.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/absences/{absence}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a time away. */
        post: operations["absence.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the way in. */
        post: operations["member.deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets another act for a member. */
        post: operations["delegation.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/delegations/{delegation}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a delegation. */
        post: operations["delegation.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases what is known of a member who has left: name, log-in, address and phone, and the same beside the events of the ledger. */
        post: operations["member.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a member to another department, or makes it head or no longer head of its own. */
        post: operations["member.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a member a new password, which ends all of that member's sessions. */
        post: operations["member.reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a position. */
        post: operations["position.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/positions/{holding}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a position back. */
        post: operations["position.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a member in again. */
        post: operations["member.reactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a member is logged in, the latest used first. */
        get: operations["member.sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every log-in of a member. */
        post: operations["member.end_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/sessions/{session}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends one log-in of a member. */
        post: operations["member.end_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a skill. */
        post: operations["skill.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/milestones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A milestone. */
        get: operations["milestone.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is promised. */
        patch: operations["milestone.update"];
        trace?: never;
    };
    "/milestones/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not aimed at any more. */
        post: operations["milestone.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/milestones/{id}/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was reached. */
        post: operations["milestone.reach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reader's notices, warnings and escalations, newest first. */
        get: operations["notification.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all as read, except what must be read one by one. */
        post: operations["notification.read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notice as read; a read receipt where the pack asks for one. */
        post: operations["notification.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objections to a record. */
        get: operations["objection.list"];
        put?: never;
        /** Objects to how a record is handled. */
        post: operations["objection.raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers an objection. */
        post: operations["objection.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/objections/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an objection back. */
        post: operations["objection.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Obligations within the reader's reach. */
        get: operations["obligation.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An obligation with why it is due then and what became of it. */
        get: operations["obligation.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark an obligation as done by hand, with a note. */
        post: operations["obligation.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand an obligation over to another member. */
        post: operations["obligation.hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse to confirm: what was done is owed again, with the due time that it had. */
        post: operations["obligation.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an obligation that several could do. */
        post: operations["obligation.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks not to have to do an obligation any more. */
        post: operations["obligation.waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Packs offered, published and in force. */
        get: operations["policy.list"];
        put?: never;
        /** Publish a pack: it is checked, stored, and in force nowhere yet. Every mistake comes at once. */
        post: operations["policy.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a pack without keeping it. Every mistake comes at once. */
        post: operations["policy.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A published pack clause by clause. */
        get: operations["policy.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a published version in force for a department. */
        post: operations["policy.adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{id}/migrate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move running records that keep a version to another one, 200 at a time, or see what that would change. */
        post: operations["policy.migrate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Positions, bodies and professional groups of the packs in force. */
        get: operations["position.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects that the caller may see. */
        get: operations["project.list"];
        put?: never;
        /** Begins a project, by hand or out of an inquiry or a lead. */
        post: operations["project.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/beginning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a new project asks for, and where projects may stand. */
        get: operations["project.beginning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each stage holds, with sums. */
        get: operations["project.board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/uninitiated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects that should have been applied for and were not. */
        get: operations["project.uninitiated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project's page. */
        get: operations["project.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is known of a project. */
        patch: operations["project.update"];
        trace?: never;
    };
    "/projects/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a project to its next stage, once everything that the pack asks for is there. */
        post: operations["project.advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/appoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appoints the whole team; who is not named any more leaves it. */
        post: operations["project.appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project's archive: what is on file, what is missing, what is asked for later. */
        get: operations["project.read_archive"];
        put?: never;
        /** Closes the project and seals its archive. */
        post: operations["project.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/archive-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a document on file. */
        post: operations["project.file_deliverable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/archive/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks at every document of a closed archive, byte by byte. */
        get: operations["project.verify_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/baseline-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the dates of all open milestones the baseline. */
        post: operations["project.baseline_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The deal is given up. */
        post: operations["project.drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/dynamic-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News of a project, newest first. */
        get: operations["project.dynamic_items"];
        put?: never;
        /** Files news for everybody in the project. */
        post: operations["project.file_dynamic_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the evaluation as given. */
        post: operations["project.evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the pack asks for before the next stage, or before the one named. */
        get: operations["project.gate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/initiations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a project's application. */
        get: operations["initiation.list"];
        put?: never;
        /** Begins an application, or the next revision of one that was decided. */
        post: operations["initiation.draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/lose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer decided otherwise. */
        post: operations["project.lose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project's milestones. */
        get: operations["milestone.list"];
        put?: never;
        /** A milestone is planned. */
        post: operations["milestone.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on with a project that stood still. */
        post: operations["project.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a project back to an earlier stage. */
        post: operations["project.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes past the next stage, where the pack lets it be left out. */
        post: operations["project.skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/summarise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the deal with its summary. */
        post: operations["project.summarise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a project stand still. */
        post: operations["project.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project's tasks. */
        get: operations["task.list"];
        put?: never;
        /** A task comes up. */
        post: operations["task.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is or was in the team. */
        get: operations["project.team"];
        put?: never;
        /** Somebody joins the team. */
        post: operations["project.change_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/team/{place}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody leaves the team; `place` is the line in it. */
        post: operations["project.end_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened on a project, newest first. */
        get: operations["project.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the project to another owner. */
        post: operations["project.transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/win": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer has signed. */
        post: operations["project.win"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/calendars/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's dues as iCalendar; `.ics` may end the token. */
        get: operations["public.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/forms/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form behind a customer's link; it shows nothing of the record but what the form itself asks. */
        get: operations["form.read_public"];
        put?: never;
        /** Files what the customer filled in; the link is then closed. */
        post: operations["form.answer_public"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a question from outside; answers with its number alone. */
        post: operations["public.inquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link leads to; shows nothing of the customer. */
        get: operations["public.shared"];
        put?: never;
        /** Reads the file; each reading is evidence. */
        post: operations["public.open_shared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rates, by currency, the latest first. */
        get: operations["rate.list"];
        put?: never;
        /** Enters a rate; one of the same currency and day is written over. */
        post: operations["rate.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the statements of all published packs are called, by kind and id. */
        get: operations["rule.names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in. */
        get: operations["session.read"];
        put?: never;
        /**
         * Logs in.
         * @description Takes no Idempotency-Key: the answer carries a session of its own, which is never given out twice.
         */
        post: operations["session.open"];
        /** Logs out. */
        delete: operations["session.close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chooses one's own language; it follows one to every device. */
        post: operations["session.choose_language"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets one's own password; every other session of one's own ends. */
        post: operations["session.change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/stand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acts for another from the next request on, with that member's rights; whatever is done is recorded as done by both.
         * @description Takes no Idempotency-Key: the answer carries a session of its own, which is never given out twice.
         */
        post: operations["session.stand_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills of the packs in force. */
        get: operations["skill.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Surveys about a record, newest first. */
        get: operations["survey.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link to hand to the customer by other ways. */
        post: operations["survey.link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task. */
        get: operations["task.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is to be done. */
        patch: operations["task.update"];
        trace?: never;
    };
    "/tasks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives it to somebody. */
        post: operations["task.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not needed any more. */
        post: operations["task.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is done. */
        post: operations["task.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workbench": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I owe by due time, what waits for my decision, and what is mine. */
        get: operations["workbench.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description A time away.
         */
        AbsenceId: string;
        /** @description A time away that has not ended. */
        AbsenceView: {
            /**
             * Format: date-time
             * @description From when.
             */
            from_at: string;
            /** @description To end it. */
            id: components["schemas"]["AbsenceId"];
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            until_at: string;
        };
        /** @description A file that forwards. */
        AbsorbedCustomer: {
            id: components["schemas"]["CustomerId"];
            name: string;
            number: string;
        };
        /** @description What it goes on as. */
        AcceptHandover: {
            goes_on_as?: components["schemas"]["HandoverGoesOnAs"] | null;
        };
        /** @description What closes it from where one stands. */
        Action: {
            /** @description Where. */
            address?: string | null;
            /** @description `file` a sheet, `complete` it, `read` the notice, or `open` its record. */
            kind: string;
            /** @description In words. */
            label: string;
            notification?: components["schemas"]["NotificationId"] | null;
        };
        /** @description For which department, from when. */
        AdoptPack: {
            /** @description The department; those below follow unless they adopted another. */
            department_id: components["schemas"]["DepartmentId"];
            /**
             * Format: date
             * @description From this day on; today when absent.
             */
            from?: string | null;
        };
        /** @description What is in force from when, and what is still to be done for it. */
        AdoptedPack: {
            /**
             * Format: date
             * @description From this day on.
             */
            from: string;
            /** @description Positions that nobody holds: what they owe goes to the head above. */
            vacant: components["schemas"]["VacantPosition"][];
        };
        /** @description What is in force where, from when. */
        Adoption: {
            /** @description Its name. */
            department: string;
            /** @description The department; those below live by it too unless they adopted another. */
            department_id: components["schemas"]["DepartmentId"];
            /**
             * Format: date
             * @description From this day on.
             */
            from: string;
            /** @description Whether it is the one that holds today. */
            in_force: boolean;
            /** @description The version. */
            version_id: components["schemas"]["PackVersionId"];
        };
        /** @description To which stage. An approved exemption from a gate on the way is used up. */
        AdvanceProject: {
            /** @description Id of the stage in the pack. */
            to: string;
        };
        /** @description The answer to it. */
        AnswerObjection: {
            answer: string;
        };
        /** @description What a customer sends. */
        AnswerSheet: {
            fields: Record<string, unknown>;
        };
        /** @description The whole team. */
        AppointTeam: {
            team: components["schemas"]["TeamLine"][];
        };
        /**
         * @description What became of it.
         * @enum {string}
         */
        ApprovalDeciderState: "open" | "approved" | "returned" | "rejected" | "handed_over" | "replaced" | "closed";
        /**
         * Format: uuid
         * @description A request for approval.
         */
        ApprovalId: string;
        /** @description A request with its steps. */
        ApprovalPage: components["schemas"]["ApprovalView"] & {
            /** @description What it is decided on. */
            facts: components["schemas"]["FactView"][];
            steps: components["schemas"]["StepView"][];
        };
        /**
         * @description How a request stands.
         * @enum {string}
         */
        ApprovalState: "pending" | "approved" | "returned" | "rejected" | "withdrawn";
        /**
         * @description How many of the deciders it takes.
         * @enum {string}
         */
        ApprovalStepMode: "one" | "each" | "most";
        /**
         * @description How a step stands.
         * @enum {string}
         */
        ApprovalStepState: "waiting" | "open" | "passed" | "skipped" | "returned" | "rejected" | "void";
        /** @description A request in a list. */
        ApprovalView: {
            /** @description More of it, e.g. the gates and the point of an exemption. */
            about: Record<string, unknown>;
            /**
             * Format: uuid
             * @description The filing, grading result or obligation that it is about.
             */
            about_id?: string | null;
            address: string;
            /** @description The approval's id in the pack. */
            approval: string;
            /** Format: date-time */
            asked_at: string;
            asked_by?: components["schemas"]["PersonView"] | null;
            /** @description What the reader may do: `approve`, `return`, `reject`, `hand_over`, `add_signer`, `withdraw`. */
            can: string[];
            /** Format: date-time */
            decided_at?: string | null;
            /**
             * Format: date-time
             * @description When the open step is due.
             */
            due_at?: string | null;
            id: components["schemas"]["ApprovalId"];
            /** @description What the pack calls it. */
            name: string;
            note?: string | null;
            /**
             * Format: date-time
             * @description Since when it must be asked again.
             */
            outdated_at?: string | null;
            /** @description What of the record: `initiation`, `exemption`, `waiver`, … */
            part: string;
            state: components["schemas"]["ApprovalState"];
            subject?: components["schemas"]["SubjectView"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description Agreeing. */
        Approve: {
            /** @description What somebody has to do, where the step lets conditions be set. */
            conditions?: components["schemas"]["SetCondition"][];
            /** @description The opinion sheet by field id, where the step asks for one. */
            opinion?: Record<string, unknown> | null;
            words?: string | null;
        };
        /**
         * Format: uuid
         * @description A document in a project's archive.
         */
        ArchiveItemId: string;
        /** @description A document. */
        ArchiveItemView: {
            /** Format: date-time */
            created_at: string;
            /** @description Its kind in the pack. */
            deliverable: string;
            electronic: boolean;
            file_id?: components["schemas"]["FileId"] | null;
            filed_by?: components["schemas"]["MemberName"] | null;
            id: components["schemas"]["ArchiveItemId"];
            keeper?: components["schemas"]["MemberName"] | null;
            paper: boolean;
            /** @description Where the paper lies. */
            place?: string | null;
            /** Format: uuid */
            record_id?: string | null;
            /** @description `form_filing`, where it is a sheet. */
            record_kind?: string | null;
            /**
             * Format: date-time
             * @description A newer revision took its place.
             */
            replaced_at?: string | null;
            /** Format: int32 */
            revision: number;
            sha256?: string | null;
            /** @description The stage that the project was in. */
            stage?: string | null;
            title: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What a look at a closed archive found. */
        ArchiveReport: {
            /** @description Documents looked at. */
            checked: number;
            /** @description SHA-256 of the manifest. */
            hash: string;
            /** @description Nothing is wrong. */
            sound: boolean;
            /** @description Everything that is wrong. */
            troubles: components["schemas"]["ArchiveTrouble"][];
        };
        /** @description What is wrong with a document. */
        ArchiveTrouble: {
            /**
             * Format: uuid
             * @description The document; nothing where the manifest itself is wrong.
             */
            item?: string | null;
            /** @description What it is called. */
            title: string;
            /** @description `manifest-changed`, `item-missing`, `item-added`, `item-changed`, `bytes-changed` or `bytes-missing`. */
            what: string;
        };
        /** @description A project's archive. */
        ArchiveView: {
            /** @description `project.file_deliverable`, if the reader may. */
            can: string[];
            /** @description Nothing mandatory is missing by now. */
            complete: boolean;
            deliverables: components["schemas"]["DeliverableView"][];
            /** @description Mandatory documents that are not on file. */
            missing: number;
            seal?: components["schemas"]["SealView"] | null;
        };
        /** @description A question from outside. */
        AskPublicly: {
            class?: components["schemas"]["InquiryClass"] | null;
            company?: string | null;
            /** @description An address or a phone number is needed, so that somebody can answer. */
            email?: string | null;
            name: string;
            phone?: string | null;
            question: string;
            /** @description Not shown to people; stays empty. */
            website?: string | null;
        };
        /** @description The requests that an exemption takes: one for each approval that the unmet gates name. */
        AskedExemptions: {
            items: components["schemas"]["AskedView"][];
        };
        /** @description What was asked for. */
        AskedView: {
            request?: components["schemas"]["ApprovalId"] | null;
            state: components["schemas"]["ApprovalState"];
        };
        /** @description What lies behind it. */
        AssessInquiry: {
            aim: string;
            background: string;
            clarity: components["schemas"]["InquiryClarity"];
            needs?: string | null;
        };
        /** @description To whom. */
        AssignInquiry: {
            to?: components["schemas"]["MemberId"] | null;
        };
        /** @description Who is to do it. */
        AssignTask: {
            to: components["schemas"]["MemberId"];
        };
        /** @description Somebody who could handle it. */
        AssignmentCandidate: {
            /**
             * Format: int64
             * @description Working minutes that the member has this week, absences taken off.
             */
            available_minutes: number;
            /** @description Skills that the route asks and the member lacks, `technical>=2`. */
            lacks: string[];
            /** Format: date-time */
            last_assigned_at?: string | null;
            /**
             * Format: int64
             * @description Standard time of what is owed by time available, in percent; nothing when the member has no time at all.
             */
            load_percent?: number | null;
            member: components["schemas"]["MemberId"];
            name: string;
            /**
             * Format: int64
             * @description Things owed now.
             */
            open: number;
            /** @description Skills that the route asks, as far as the member holds them: skill and level. */
            skills: components["schemas"]["HeldSkill"][];
        };
        /** @description All who could, in the order in which they would be chosen, and who is. */
        AssignmentProposal: {
            candidates: components["schemas"]["AssignmentCandidate"][];
            chosen?: components["schemas"]["MemberId"] | null;
            /** @description `least_loaded`, `in_turn` or `wait`; `by_hand` when no route fits. */
            pick: string;
            /** @description The route of the pack, if one fits. */
            route?: string | null;
        };
        /** @description A file that came with a message. */
        AttachmentView: {
            id: components["schemas"]["FileId"];
            media_type: string;
            name: string;
            /** Format: int64 */
            size: number;
        };
        /** @description Projects by stage. */
        Board: {
            columns: components["schemas"]["BoardColumn"][];
        };
        /** @description A column of the board. */
        BoardColumn: {
            amount?: components["schemas"]["Money"] | null;
            /**
             * Format: int64
             * @description How many projects.
             */
            count: number;
            /** @description The first of them; what moved last stands first. */
            items: components["schemas"]["ProjectRow"][];
            /** @description Its name in the reader's language. */
            name: string;
            /** @description Id of the stage. */
            stage: string;
            state: components["schemas"]["ProjectState"];
        };
        /** @description Whether one's dues are in a calendar. */
        CalendarView: {
            /** @description The link; answered once, when it is made. */
            address?: string | null;
            /**
             * Format: date-time
             * @description When the link that works was made; null: there is none.
             */
            created_at?: string | null;
            /**
             * Format: date-time
             * @description When a calendar last read it, to within an hour.
             */
            used_at?: string | null;
        };
        /** @description Why it does not take place. */
        CancelInteraction: {
            reason?: string | null;
        };
        /** @description What a control comes to somewhere. */
        Cell: {
            counts?: components["schemas"]["OutcomeCounts"] | null;
            /**
             * Format: double
             * @description How many kept it.
             */
            kept?: number | null;
            /**
             * Format: double
             * @description Of how many.
             */
            of?: number | null;
            /**
             * Format: double
             * @description Compliance; empty when nothing was due.
             */
            percent?: number | null;
        };
        /** @description One's own new password. */
        ChangePassword: {
            /** @description The password so far. */
            old: string;
            /** @description At least ten characters. */
            password: string;
        };
        /** @description What a check found. */
        CheckedPack: {
            /** @description Whether it loads. */
            ok: boolean;
            /** @description Its version, if it loads. */
            version?: string | null;
        };
        /** @description One of several answers. */
        ChoiceView: {
            id: string;
            name: string;
        };
        /** @description The language of one's screen and mails. */
        ChooseLanguage: {
            language: components["schemas"]["Language"];
        };
        /** @description What it is about. */
        ClassifyInquiry: {
            class: components["schemas"]["InquiryClass"];
            priority: components["schemas"]["InquiryPriority"];
        };
        /** @description A control as a clause names it. */
        ClauseControl: {
            /** @description The control. */
            id: string;
            /** @description Why it is not bound. */
            lacks: components["schemas"]["Lack"][];
            /** @description In the reader's language. */
            name: string;
            /**
             * Format: double
             * @description Compliance.
             */
            percent?: number | null;
            /** @description How far it is carried. */
            state: components["schemas"]["Status"];
        };
        /** @description A clause as a control names it. */
        ClauseText: {
            /** @description The clause. */
            id: string;
            /** @description The regulation. */
            regulation: string;
            /** @description In words. */
            text: string;
        };
        /** @description A clause with what carries it. */
        ClauseView: {
            /** @description Its controls. */
            controls: components["schemas"]["ClauseControl"][];
            /** @description The clause. */
            id: string;
            /**
             * Format: double
             * @description Compliance of the control that is kept worst.
             */
            percent?: number | null;
            /** @description The regulation. */
            regulation: string;
            /** @description That regulation's name. */
            regulation_name: string;
            /** @description Bound when every control is, open when none is carried at all. */
            state: components["schemas"]["Status"];
            /** @description In words. */
            text: string;
        };
        /** @description How it ends. */
        CloseInquiry: {
            changes?: components["schemas"]["InquiryChanges"] | null;
            outcome?: components["schemas"]["InquiryOutcome"] | null;
        };
        /** @description A column of a table, or of action rows beside what, owner and due date. */
        ColumnView: {
            id: string;
            name: string;
            required: boolean;
            type: string;
        };
        /** @description What the reader may do with the company. */
        CompanyCan: {
            /** @description Change it. */
            update: boolean;
        };
        /** @description What may be changed of the company. */
        CompanyChanges: {
            /** @description Home currency, `CNY`. */
            currency?: string | null;
            /** @description Its name. */
            name?: string | null;
            /** @description Address under which people and customers reach this installation. */
            url?: string | null;
            /** @description Time zone, `Asia/Shanghai`. */
            zone?: string | null;
        };
        /** @description The company. */
        CompanyView: {
            /** @description What the reader may do. */
            can: components["schemas"]["CompanyCan"];
            /** @description Home currency, `CNY`. */
            currency: string;
            /** @description Its name. */
            name: string;
            /** @description Address under which people and customers reach this installation; empty until set up. */
            url: string;
            /**
             * Format: int64
             * @description Version of the row.
             */
            version: number;
            /** @description Time zone, `Asia/Shanghai`. */
            zone: string;
        };
        /** @description How it was done. */
        Complete: {
            /** @description In the owner's words. */
            note?: string | null;
        };
        /** @description A column. */
        ComplianceDepartment: {
            /** @description The department; its figures hold those below it. */
            id: components["schemas"]["DepartmentId"];
            /** @description Its name. */
            name: string;
            parent_id?: components["schemas"]["DepartmentId"] | null;
        };
        /** @description The heat map. */
        ComplianceView: {
            /** @description Its rows. */
            controls: components["schemas"]["ControlRow"][];
            /** @description Its columns. */
            departments: components["schemas"]["ComplianceDepartment"][];
            /** @description The period. */
            period: string;
            /** @description Everything together. */
            summary: components["schemas"]["SummaryView"];
        };
        /** @description A condition that an approver set. */
        ConditionView: {
            /** Format: date */
            due_on?: string | null;
            owner?: components["schemas"]["PersonView"] | null;
            what: string;
        };
        /**
         * @description A field that is shown on request alone.
         * @enum {string}
         */
        ConfidentialContactField: "phone" | "mobile" | "email" | "wechat";
        /** @description Somebody's word on whether it was done. */
        ConfirmationView: {
            /** Format: date-time */
            at?: string | null;
            by?: components["schemas"]["PersonView"] | null;
            id: components["schemas"]["ObligationId"];
            /** @description Whether it was a no; the words say why. */
            refused: boolean;
            state: components["schemas"]["ObligationState"];
            words?: string | null;
        };
        /** @description What the reader may do with it now. */
        ContactCan: {
            archive: boolean;
            reveal: boolean;
            unarchive: boolean;
            update: boolean;
        };
        /** @description Changes of a contact: an absent field stays, `null` empties it. */
        ContactChanges: {
            /** @default null */
            email?: string | null;
            /**
             * @description Whom to ask first.
             * @default null
             */
            main?: boolean | null;
            /** @default null */
            mobile?: string | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            notes?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            position?: string | null;
            /** @default null */
            wechat?: string | null;
        };
        /**
         * Format: uuid
         * @description A person at a customer's.
         */
        ContactId: string;
        /** @description A contact as records name one. */
        ContactName: {
            id: components["schemas"]["ContactId"];
            /** @description What they are called; empty once it was erased. */
            name: string;
        };
        /** @description A contact; what is confidential comes masked. */
        ContactView: {
            /** Format: date-time */
            archived_at?: string | null;
            can: components["schemas"]["ContactCan"];
            /** Format: date-time */
            created_at: string;
            customer_id: components["schemas"]["CustomerId"];
            /** @description Masked. */
            email?: string | null;
            id: components["schemas"]["ContactId"];
            main: boolean;
            /** @description Masked. */
            mobile?: string | null;
            name: string;
            notes?: string | null;
            /** @description Masked: `138****5678`. */
            phone?: string | null;
            position?: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
            /** @description Masked. */
            wechat?: string | null;
        };
        /** @description Contacts of a customer. */
        Contacts: {
            /** @description Whether the reader may enter one here. */
            can_create: boolean;
            items: components["schemas"]["ContactView"][];
        };
        /** @description A row. */
        ControlRow: {
            /** @description One for each column, in their order. */
            cells: components["schemas"]["Cell"][];
            /** @description The control. */
            id: string;
            /** @description Why it is not bound. */
            lacks: components["schemas"]["Lack"][];
            /** @description In the reader's language. */
            name: string;
            /** @description How far it is carried. */
            state: components["schemas"]["Status"];
            /** @description All that the reader sees. */
            total: components["schemas"]["Cell"];
        };
        /** @description A control over a period. */
        ControlView: {
            /** @description The clauses that ask for it. */
            clauses: components["schemas"]["ClauseText"][];
            /** @description The control. */
            id: string;
            /** @description Why it is not bound. */
            lacks: components["schemas"]["Lack"][];
            /** @description What proves it, the one that decides first. */
            measures: components["schemas"]["FigureView"][];
            /** @description In the reader's language. */
            name: string;
            /** @description The period. */
            period: string;
            /** @description What enforces it. */
            rules: components["schemas"]["RuleView"][];
            /** @description How far it is carried. */
            state: components["schemas"]["Status"];
            /** @description What it comes to. */
            total: components["schemas"]["Cell"];
            /** @description Twelve periods, the one asked for last. */
            trend: components["schemas"]["TrendPoint"][];
            /** @description Records on which the rest of it rests. */
            waits_for: string[];
        };
        /** @description A customer to be entered. */
        CreateCustomer: {
            address?: string | null;
            budget?: components["schemas"]["Money"] | null;
            /** @description The customers that look the same were looked at: this is another one. */
            confirmed_not_duplicate?: boolean | null;
            credit_code?: string | null;
            /** @description Fields that packs add, by their id. */
            extra?: Record<string, unknown> | null;
            industry?: string | null;
            kind?: components["schemas"]["CustomerKind"] | null;
            mail_domain?: string | null;
            name: string;
            needs?: string | null;
            /** @description Why it is another one. */
            not_duplicate_reason?: string | null;
            preferences?: string | null;
            purchase_behaviour?: string | null;
            region?: string | null;
            short_name?: string | null;
            source?: string | null;
            website?: string | null;
        };
        /** @description A department to be made. */
        CreateDepartment: {
            /** @description Its name. */
            name: string;
            /** @description The department above. */
            parent_id: components["schemas"]["DepartmentId"];
        };
        /** @description A lead to be entered. */
        CreateLead: {
            customer_id?: components["schemas"]["CustomerId"] | null;
            /** Format: date */
            first_on?: string | null;
            needs?: string | null;
            source?: string | null;
            title: string;
        };
        /** @description A member to be made. */
        CreateMember: {
            /** @description First department. */
            department_id: components["schemas"]["DepartmentId"];
            /** @description Mail address. */
            email?: string | null;
            /** @description Heads it. */
            head?: boolean;
            /** @description Language of screen and mails; Chinese when absent. */
            language?: components["schemas"]["Language"];
            /** @description Name to log in with. */
            login: string;
            /** @description Name as others see it. */
            name: string;
            /** @description First password; without one nobody can log in. */
            password?: string | null;
            /** @description Phone number. */
            phone?: string | null;
        };
        /** @description A new project. From an inquiry or a lead it takes over what is left out here. */
        CreateProject: {
            amount?: components["schemas"]["Money"] | null;
            customer?: components["schemas"]["CustomerId"] | null;
            /** Format: date */
            expected_sign_on?: string | null;
            /** @description Fields that packs add, by their id. */
            extra?: Record<string, unknown> | null;
            /**
             * Format: date
             * @description When the customer first spoke of it; today, if left out.
             */
            first_lead_on?: string | null;
            goal?: string | null;
            inquiry?: components["schemas"]["InquiryId"] | null;
            kind?: components["schemas"]["ProjectKind"] | null;
            lead?: components["schemas"]["LeadId"] | null;
            /**
             * Format: int32
             * @description Expected margin in whole hundredths.
             */
            margin_percent?: number | null;
            /** @description What it is called; from an inquiry or a lead it may be left out. */
            name?: string | null;
            notes?: string | null;
            previous?: components["schemas"]["ProjectId"] | null;
            public_sector?: boolean | null;
        };
        /** @description A new task. */
        CreateTask: {
            /** Format: date */
            due_on?: string | null;
            milestone?: components["schemas"]["MilestoneId"] | null;
            notes?: string | null;
            owner?: components["schemas"]["MemberId"] | null;
            resources?: string | null;
            title: string;
        };
        /**
         * @description An ISO 4217 code; only codes in force can be made.
         * @example CNY
         */
        Currency: string;
        /** @description What the reader may do with it now. */
        CustomerCan: {
            archive: boolean;
            merge: boolean;
            share: boolean;
            transfer: boolean;
            unarchive: boolean;
            unmerge: boolean;
            update: boolean;
        };
        /** @description Changes of the file: an absent field stays, `null` empties it. */
        CustomerChanges: {
            /** @default null */
            address?: string | null;
            /** @default null */
            budget?: components["schemas"]["Money"] | null;
            /**
             * @description Unified social credit code, 18 characters.
             * @default null
             */
            credit_code?: string | null;
            /** @description Fields that packs add, by their id. */
            extra?: Record<string, unknown> | null;
            /** @default null */
            industry?: string | null;
            /** @default null */
            kind?: components["schemas"]["CustomerKind"] | null;
            /** @default null */
            mail_domain?: string | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            needs?: string | null;
            /** @default null */
            preferences?: string | null;
            /** @default null */
            purchase_behaviour?: string | null;
            /** @default null */
            region?: string | null;
            /** @default null */
            short_name?: string | null;
            /** @default null */
            source?: string | null;
            /** @default null */
            website?: string | null;
        };
        /** @description A customer that may be the same. */
        CustomerDuplicate: {
            id: components["schemas"]["CustomerId"];
            name: string;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            /** @description By what it was recognised. */
            why: string[];
        };
        /** @description All that may be the same. */
        CustomerDuplicates: {
            items: components["schemas"]["CustomerDuplicate"][];
        };
        /**
         * Format: uuid
         * @description A customer's file.
         */
        CustomerId: string;
        /**
         * @description A company or a person.
         * @enum {string}
         */
        CustomerKind: "company" | "person";
        /** @description How many records of a kind go over. */
        CustomerMergeCount: {
            /** Format: int64 */
            count: number;
            /** @description Kind of the record. */
            kind: string;
        };
        /** @description What a merge would do. */
        CustomerMergePreview: {
            /** @description Fields that the file that goes on lacks and takes. */
            filled: string[];
            /** @description Fields that differ: the file that goes on keeps its own. */
            kept: string[];
            /** @description What goes over; projects go too and are counted by their own list. */
            moving: components["schemas"]["CustomerMergeCount"][];
        };
        /** @description A customer of a group. */
        CustomerTwin: {
            /** Format: int32 */
            contact_count: number;
            id: components["schemas"]["CustomerId"];
            name: string;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            region?: string | null;
        };
        /** @description A page of them. */
        CustomerTwinPage: {
            items: components["schemas"]["CustomerTwins"][];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
        };
        /** @description Customers that share a mark. */
        CustomerTwins: {
            customers: components["schemas"]["CustomerTwin"][];
            /** @description What they share; a phone number comes masked. */
            shared: string;
        };
        /** @description A customer as lists and pages show it. */
        CustomerView: {
            active: boolean;
            address?: string | null;
            /** Format: date-time */
            archived_at?: string | null;
            budget?: components["schemas"]["Money"] | null;
            can: components["schemas"]["CustomerCan"];
            complete: boolean;
            /** Format: int32 */
            contact_count: number;
            /** Format: date-time */
            created_at: string;
            credit_code?: string | null;
            department_id?: components["schemas"]["DepartmentId"] | null;
            extra: Record<string, unknown>;
            id: components["schemas"]["CustomerId"];
            industry?: string | null;
            kind: components["schemas"]["CustomerKind"];
            mail_domain?: string | null;
            merged_into?: components["schemas"]["CustomerId"] | null;
            /** @description What the file still lacks. */
            missing: components["schemas"]["MissingField"][];
            name: string;
            needs?: string | null;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            preferences?: string | null;
            purchase_behaviour?: string | null;
            region?: string | null;
            short_name?: string | null;
            source?: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
            website?: string | null;
        };
        /**
         * Format: uuid
         * @description A person's part in a step.
         */
        DeciderId: string;
        /** @description A person's part in a step. */
        DeciderView: {
            conditions: components["schemas"]["ConditionView"][];
            /** Format: date-time */
            decided_at?: string | null;
            decided_by?: components["schemas"]["PersonView"] | null;
            /** Format: uuid */
            filing_id?: string | null;
            id: components["schemas"]["DeciderId"];
            person: components["schemas"]["PersonView"];
            /** @description Why this person: `rule`, `above`, `added`, `handed-over`, `replaced`, `decided-before`. */
            reason: string;
            state: components["schemas"]["ApprovalDeciderState"];
            words?: string | null;
        };
        /**
         * Format: uuid
         * @description A time in which another may act for a member.
         */
        DelegationId: string;
        /** @description A stand-in that has not ended. */
        DelegationView: {
            /** @description Who acts. */
            delegate_id: components["schemas"]["MemberId"];
            /** @description That member's name. */
            delegate_name: string;
            /**
             * Format: date-time
             * @description From when.
             */
            from_at: string;
            /** @description To end it. */
            id: components["schemas"]["DelegationId"];
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            until_at: string;
        };
        /** @description A deliverable of the pack with its documents. */
        DeliverableView: {
            /** @description `electronic`, `paper`, as far as the pack says. */
            copies: string[];
            /** @description The form that it comes out of, if it does. */
            form?: string | null;
            /** @description Its id in the pack. */
            id: string;
            items: components["schemas"]["ArchiveItemView"][];
            /** @description Its name in the reader's language. */
            name: string;
            /** @description From this stage on it is asked for; without, before the archive is closed. */
            stage?: string | null;
            standing: components["schemas"]["Standing"];
        };
        /** @description What the reader may do with a department. */
        DepartmentCan: {
            /** @description Make one below it. */
            create_below: boolean;
            /** @description Rename, move, close. */
            update: boolean;
        };
        /** @description What may be changed of a department. */
        DepartmentChanges: {
            /** @description Its name. */
            name?: string | null;
            parent_id?: components["schemas"]["DepartmentId"] | null;
        };
        /**
         * Format: uuid
         * @description A department in the company's tree.
         */
        DepartmentId: string;
        /** @description A department named. */
        DepartmentRef: {
            /** @description Its id. */
            id: components["schemas"]["DepartmentId"];
            /** @description Its name. */
            name: string;
        };
        /** @description A department. */
        DepartmentView: {
            /** @description What the reader may do. */
            can: components["schemas"]["DepartmentCan"];
            /** @description Its id. */
            id: components["schemas"]["DepartmentId"];
            /** @description Its name. */
            name: string;
            parent_id?: components["schemas"]["DepartmentId"] | null;
            /**
             * Format: int64
             * @description Version of the row.
             */
            version: number;
        };
        /** @description Somebody to be picked. */
        DirectoryEntry: {
            department?: components["schemas"]["DepartmentRef"] | null;
            /** @description Who. */
            id: components["schemas"]["MemberId"];
            /** @description Name. */
            name: string;
            /** @description Ids of the positions held today. */
            positions: string[];
        };
        /** @description Why it leads nowhere. */
        DiscardLead: {
            reason: string;
        };
        /** @description What an application asks for. */
        DraftInitiation: {
            budget?: components["schemas"]["Money"] | null;
            /** @description What is different from the revision before. */
            note?: string | null;
        };
        /**
         * Format: uuid
         * @description Something that happened on a project and everybody in it should know.
         */
        DynamicItemId: string;
        /**
         * @description Where the news comes from.
         * @enum {string}
         */
        DynamicItemKind: "mail" | "call" | "stand_up" | "meeting" | "visit" | "other";
        /** @description News of a project. */
        DynamicItemView: {
            content: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            happened_at: string;
            id: components["schemas"]["DynamicItemId"];
            kind: components["schemas"]["DynamicItemKind"];
            member?: components["schemas"]["MemberName"] | null;
        };
        /** @description News of a project, newest first. */
        DynamicItems: {
            items: components["schemas"]["DynamicItemView"][];
            next?: components["schemas"]["DynamicItemId"] | null;
        };
        /** @description Why the deal is over. */
        EndProject: {
            /** @description One of the reasons that the project's pack offers for this ending. */
            reason: string;
            /** @description The same in words. */
            words: string;
        };
        /** @description A rate to enter. */
        EnterRate: {
            /** @description ISO code, `USD`. */
            currency: string;
            /**
             * Format: date
             * @description From this day on.
             */
            from_on: string;
            /**
             * Format: int64
             * @description Millionths of a major unit of the home currency for a major unit of this.
             */
            rate_ppm: number;
        };
        /** @description One record behind a figure. */
        EntryView: {
            /** @description Where its page is, if the reader may see it. */
            address?: string | null;
            /**
             * Format: date-time
             * @description When it happened or fell due; since when it stands.
             */
            at: string;
            department_id?: components["schemas"]["DepartmentId"] | null;
            /** @description That department's name. */
            department_name?: string | null;
            event_id?: components["schemas"]["EventId"] | null;
            member_id?: components["schemas"]["MemberId"] | null;
            /** @description That member's name. */
            member_name?: string | null;
            /** @description Metric or rule under which it counts. */
            metric: string;
            /** @description Its number, if the reader may see the record. */
            number?: string | null;
            /**
             * Format: uuid
             * @description The obligation, where one was counted.
             */
            obligation_id?: string | null;
            outcome?: components["schemas"]["MeasureOutcome"] | null;
            /** @description The record. */
            subject: components["schemas"]["Subject"];
            /** @description What people call it, if the reader may see it. */
            title?: string | null;
            /**
             * Format: double
             * @description What it adds.
             */
            value: number;
        };
        /**
         * Format: uuid
         * @description An entry of the ledger.
         */
        EventId: string;
        /** @description What a currency is worth from a day on. */
        ExchangeRate: {
            /** @description ISO code, `USD`. */
            currency: string;
            /**
             * Format: date-time
             * @description When.
             */
            entered_at: string;
            entered_by?: components["schemas"]["MemberName"] | null;
            /**
             * Format: date
             * @description From this day on, until the next.
             */
            from_on: string;
            /**
             * Format: int64
             * @description Millionths of a major unit of the home currency for a major unit of this: 7.12 is 7120000.
             */
            rate_ppm: number;
        };
        /** @description Passing a point once although something is missing there. */
        Exempt: {
            /** @description `stage:solution`, `leave:research`, `project.advance`. */
            point: string;
            reason: string;
            subject: components["schemas"]["Subject"];
        };
        /** @description Which customers, and why. */
        ExportCustomers: {
            /** @description Confidential fields in clear, as far as the asker may read them. */
            confidential?: boolean;
            /** @description The list's filter; without, all that the asker sees. */
            filter?: string | null;
            reason: string;
            /** @description The list's search words. */
            words?: string | null;
        };
        /** @description What the reader may do with it now. */
        ExportRunCan: {
            download: boolean;
            end: boolean;
            make: boolean;
        };
        /**
         * Format: uuid
         * @description Customer data on its way out.
         */
        ExportRunId: string;
        /** @description The file is there; the link is shown this once. */
        ExportRunMade: {
            /** @description For somebody outside. */
            link?: string | null;
            run: components["schemas"]["ExportRunView"];
        };
        /** @description Customer data on its way out. */
        ExportRunView: {
            /** Format: uuid */
            approval_id?: string | null;
            can: components["schemas"]["ExportRunCan"];
            /** @description Confidential fields come in clear. */
            confidential: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: int32
             * @description Customers in it.
             */
            customer_count: number;
            customer_id?: components["schemas"]["CustomerId"] | null;
            /**
             * Format: date-time
             * @description Until when it can be read.
             */
            ends_at?: string | null;
            id: components["schemas"]["ExportRunId"];
            /** Format: date-time */
            made_at?: string | null;
            owner?: components["schemas"]["MemberName"] | null;
            /**
             * Format: int32
             * @description How often it was read.
             */
            readings: number;
            reason: string;
            recipient?: string | null;
            /** @description For somebody outside. */
            shared: boolean;
            state: components["schemas"]["ExportState"];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description Where it is in its life.
         * @enum {string}
         */
        ExportState: "asked" | "approved" | "refused" | "made" | "ended";
        /** @description Fields that packs add. */
        ExtraFields: {
            items: components["schemas"]["FieldView"][];
        };
        /** @description A fact when it was asked or decided, and now. */
        FactView: {
            changed: boolean;
            /** @description `project.amount`. */
            fact: string;
            now: unknown;
            then: unknown;
        };
        /** @description What is to be mended: nobody was there, or a year's holidays are not known. */
        FaultView: {
            /** @description `vacant`, `absent`, `left` or `holidays-missing`. */
            code: string;
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            first_at: string;
            /** Format: uuid */
            id: string;
            instead?: components["schemas"]["MemberId"] | null;
            /** Format: date-time */
            last_at: string;
            /** @description Who was meant, or which year. */
            meant: string;
            /** @description The rule that met it; empty where it concerns all. */
            rule: string;
        };
        /** @description What is to be mended, the latest first. */
        Faults: {
            items: components["schemas"]["FaultView"][];
        };
        /** @description One thing wrong with what was sent. */
        FieldFault: {
            /** @description What is wrong, e.g. `required`, `too-long`; the text is found by `fault-<code>`. */
            code: string;
            /** @description The text in the reader's language; filled when the problem is answered. */
            detail?: string;
            /** @description JSON pointer into the body, e.g. `/contacts/0/phone`. */
            pointer: string;
        };
        /** @description A line of a form. */
        FieldView: {
            choices: components["schemas"]["ChoiceView"][];
            columns: components["schemas"]["ColumnView"][];
            help?: string | null;
            id: string;
            name: string;
            /** @description A reason is asked where the pre-filled value is changed, or the check crossed. */
            reason: boolean;
            /** @description A cross here fails the sheet. */
            red: boolean;
            required: boolean;
            /** @description `text`, `number`, `money`, … */
            type: string;
            unit?: string | null;
            /** @description A condition over the sheet's own fields, for the screen; the server judges it in any case. */
            when?: string | null;
        };
        /** @description A figure with what it is made of. */
        FigurePage: {
            counts?: components["schemas"]["OutcomeCounts"] | null;
            /** @description The figure. */
            figure: components["schemas"]["FigureView"];
            /** @description The same by member. */
            members: components["schemas"]["ShareView"][];
            /** @description The same for twelve periods, the one asked for last. */
            trend: components["schemas"]["PointView"][];
        };
        /** @description A metric and what it comes to. */
        FigureView: {
            /** @description `answer-accuracy`, or a rule: `obligation:first-reply`. */
            id: string;
            /** @description Whether less is better. */
            lower_is_better: boolean;
            /** @description In the reader's language. */
            name: string;
            /** @description The period. */
            period: string;
            /** @description `percent`, `hours`, `money` (minor units of the home currency), … */
            unit?: string | null;
            /**
             * Format: double
             * @description What it comes to; empty when nothing was due.
             */
            value?: number | null;
        };
        /** @description A document to put on file. */
        FileDeliverable: {
            /** @description Its kind in the pack. */
            deliverable: string;
            /**
             * Format: binary
             * @description The bytes.
             */
            file?: string | null;
            /** @description `true` when paper is kept. */
            paper?: string | null;
            /** @description Where the paper lies. */
            place?: string | null;
            /**
             * Format: uuid
             * @description The document whose place it takes.
             */
            replaces?: string | null;
            /** @description What it is called; the file's name, if left out. */
            title?: string | null;
        };
        /** @description News of a project. */
        FileDynamicItem: {
            content: string;
            /**
             * Format: date-time
             * @description When it happened; now, if left out.
             */
            happened_at?: string | null;
            kind: components["schemas"]["DynamicItemKind"];
        };
        /**
         * Format: uuid
         * @description A file row: name, class and rights; the bytes are known by their SHA-256.
         */
        FileId: string;
        /** @description A sheet to be filed. */
        FileSheet: {
            /** @description Values by field id. */
            fields: Record<string, unknown>;
            form: string;
            /** @description Who was present, for minutes. */
            present?: components["schemas"]["MemberId"][];
            /** @description Why a value differs from what was pre-filled, by field id. */
            reasons?: Record<string, unknown>;
            replaces?: components["schemas"]["FilingId"] | null;
            subject: components["schemas"]["Subject"];
        };
        /** @description A file on a record. */
        FileView: {
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /** @description The file row. */
            id: components["schemas"]["FileId"];
            /** @description What its bytes are. */
            media_type: string;
            /** @description Its name. */
            name: string;
            /** @description SHA-256 of its bytes. */
            sha256: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description The record. */
            subject: components["schemas"]["Subject"];
            uploaded_by?: components["schemas"]["MemberId"] | null;
        };
        /**
         * Format: uuid
         * @description A filed sheet.
         */
        FilingId: string;
        /** @description A filed sheet. */
        FilingView: {
            /** @description Fields as they were when it was filed. */
            fields: components["schemas"]["FieldView"][];
            filed_as: string;
            /** Format: date-time */
            filed_at: string;
            filed_by?: components["schemas"]["PersonView"] | null;
            form: string;
            /** @description Whether gates may rest on it now. */
            holds: boolean;
            id: components["schemas"]["FilingId"];
            /** @description Records that it has made. */
            made: components["schemas"]["Subject"][];
            name: string;
            number?: string | null;
            passed: boolean;
            present: components["schemas"]["PersonView"][];
            reasons: Record<string, unknown>;
            replaced_by?: components["schemas"]["FilingId"] | null;
            replaces?: components["schemas"]["FilingId"] | null;
            /** Format: int32 */
            score?: number | null;
            subject: components["schemas"]["Subject"];
            /** Format: date-time */
            valid_until?: string | null;
            values: Record<string, unknown>;
        };
        /** @description Sheets on a record, newest first. */
        Filings: {
            items: components["schemas"]["FilingView"][];
            next?: components["schemas"]["FilingId"] | null;
        };
        /** @description What a follow-up found. */
        FollowUpInquiry: {
            note?: string | null;
            outcome?: components["schemas"]["InquiryOutcome"] | null;
        };
        /** @description What the reader may do with it. */
        FormCan: {
            file: boolean;
        };
        /** @description A form to be filled in. */
        FormView: {
            anonymous: boolean;
            can: components["schemas"]["FormCan"];
            fields: components["schemas"]["FieldView"][];
            id: string;
            name: string;
            newest?: components["schemas"]["FilingId"] | null;
            /**
             * Format: int32
             * @description Least score with which it passes.
             */
            pass?: number | null;
            /** @description Those present are asked for. */
            present: boolean;
            /** @description What is pre-filled, by field id. */
            values: Record<string, unknown>;
        };
        /** @description A due time that held once. */
        FormerView: {
            /** Format: date-time */
            due_at?: string | null;
            /**
             * Format: date-time
             * @description Until when it held.
             */
            until: string;
            why: string;
        };
        /** @description One thing that a gate asks for. */
        GateItem: {
            /** @description Where it is supplied: an address on the screen. */
            address?: string | null;
            /** @description `block`, `warn` or `hold`. */
            effect: string;
            /** @description Whether an exemption may be asked for. */
            exemptible: boolean;
            /** @description Who supplies it, by name; only while it is missing. */
            from?: string | null;
            /** @description The gate that asks, by its id in the pack. */
            gate: string;
            /** @description Whether it is there. */
            met: boolean;
            /** @description In words of the reader's language. */
            name: string;
            /** @description The need as the pack writes it: `deliverable:census`. */
            need: string;
            /** @description The same people by id. */
            suppliers: components["schemas"]["MemberId"][];
        };
        /** @description What every gate before a point asks for. */
        GateItems: {
            items: components["schemas"]["GateItem"][];
            /** @description Whether everything that blocks is there. */
            open: boolean;
        };
        /** @description A grade as a page shows it. */
        GradeShown: {
            /** @description Its id within the grading. */
            grade: string;
            /** @description Its name in the reader's language. */
            name: string;
            /** Format: int64 */
            rank: number;
        };
        /** @description A grade that was proposed or confirmed. */
        GradeView: {
            /** Format: date-time */
            confirmed_at?: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description The sheet that it rests on.
             */
            filing_id?: string | null;
            /** @description The grade that counted before. */
            from?: string | null;
            grade: string;
            grade_name: string;
            grading: string;
            grading_name: string;
            id: components["schemas"]["GradingResultId"];
            /** Format: int32 */
            rank: number;
            /**
             * Format: uuid
             * @description The request that confirms it.
             */
            request_id?: string | null;
            state: components["schemas"]["GradingState"];
        };
        /** @description A record's grades, the newest first. */
        Grades: {
            items: components["schemas"]["GradeView"][];
        };
        /**
         * Format: uuid
         * @description A grade that was proposed or confirmed.
         */
        GradingResultId: string;
        /**
         * @description How it stands.
         * @enum {string}
         */
        GradingState: "proposed" | "confirmed" | "past" | "refused";
        /** @description To whom it goes. */
        HandOver: {
            /** @description Why. */
            note?: string | null;
            to: components["schemas"]["MemberId"];
        };
        /** @description What the reader may do with it now. */
        HandoverCan: {
            accept: boolean;
            refuse: boolean;
        };
        /**
         * @description What an accepted handover goes on as.
         * @enum {string}
         */
        HandoverGoesOnAs: "lead" | "project";
        /**
         * Format: uuid
         * @description Needs offered to a sales owner.
         */
        HandoverId: string;
        /**
         * @description How much the customer wants to buy.
         * @enum {string}
         */
        HandoverIntent: "high" | "medium" | "low";
        /**
         * @description Where it is in its life.
         * @enum {string}
         */
        HandoverState: "offered" | "accepted" | "refused";
        /** @description A handover. */
        HandoverView: {
            can: components["schemas"]["HandoverCan"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at?: string | null;
            from?: components["schemas"]["MemberName"] | null;
            id: components["schemas"]["HandoverId"];
            inquiry_id: components["schemas"]["InquiryId"];
            intent: components["schemas"]["HandoverIntent"];
            lead_id?: components["schemas"]["LeadId"] | null;
            reason?: string | null;
            result?: string | null;
            state: components["schemas"]["HandoverState"];
            summary: string;
            to?: components["schemas"]["MemberName"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description Handovers. */
        Handovers: {
            items: components["schemas"]["HandoverView"][];
        };
        /** @description What the customer said. */
        HearMessage: {
            body: string;
            channel?: components["schemas"]["InquiryChannel"] | null;
        };
        /** @description A skill with its level and the day on which it expires. */
        HeldSkill: {
            /** Format: int32 */
            level: number;
            skill: string;
            /** Format: date */
            until?: string | null;
        };
        /** @description How an obligation came about. */
        History: {
            /** @description What the account of the due time says, for programs. */
            account: unknown;
            /** @description Due times that held once, oldest first. */
            before: components["schemas"]["FormerView"][];
            /** @description What those who confirm it said, oldest first. */
            confirmations: components["schemas"]["ConfirmationView"][];
            /** Format: date-time */
            happened_at?: string | null;
            /** Format: int32 */
            needed: number;
            note?: string | null;
            /** Format: int32 */
            progress: number;
            shares: components["schemas"]["ObligationShare"][];
        };
        /**
         * Format: uuid
         * @description A member's time in a position.
         */
        HoldingId: string;
        /** @description A day that the working week does not know. */
        HolidayDay: {
            /**
             * Format: date
             * @description Which day.
             */
            date: string;
            /** @description Worked in exchange for a day off; otherwise a day off. */
            make_up: boolean;
            /** @description The festival, in the reader's language. */
            name: string;
        };
        /** @description What is known of the years. */
        HolidayList: {
            /** @description The newest year first. */
            items: components["schemas"]["HolidayYear"][];
            /** @description Years that are needed and not known: this one, from November on the next. Their days count as plain weekdays until they are loaded. */
            missing: number[];
        };
        /** @description A year's public holidays and make-up working days. */
        HolidayYear: {
            /** @description In order. */
            days: components["schemas"]["HolidayDay"][];
            /** @description Somebody loaded it here; otherwise it came with the program. */
            loaded: boolean;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description Holidays of one or several years. */
        HolidaysToLoad: {
            /** @description A table with the heading `date,kind,name_en,name_zh`; kind is `holiday` or `make-up working day`. */
            text: string;
        };
        /** @description How an answer counts them. */
        ImportCheck: {
            /**
             * Format: int32
             * @description Rows that can be taken in.
             */
            good: number;
            /**
             * Format: int32
             * @description Good rows whose record is there.
             */
            known: number;
            /**
             * Format: int32
             * @description Good rows that stand in the file before.
             */
            repeated: number;
            /**
             * Format: int32
             * @description Rows of the file.
             */
            rows: number;
            /**
             * Format: int32
             * @description Rows that cannot.
             */
            wrong: number;
        };
        /** @description A column and the field that it fills. */
        ImportColumn: {
            /** @description The field, or nothing for a column that is left out. */
            field?: string | null;
            /** @description What stands above it. */
            heading: string;
        };
        /** @description What became of the rows; the five add up to the rows that were seen. */
        ImportCounts: {
            /**
             * Format: int32
             * @description Rows that could not be taken in.
             */
            failed: number;
            /**
             * Format: int32
             * @description Records made.
             */
            made: number;
            /**
             * Format: int32
             * @description Rows that were looked at.
             */
            seen: number;
            /**
             * Format: int32
             * @description Rows left out because the record is there.
             */
            skipped: number;
            /**
             * Format: int32
             * @description Records whose empty fields were filled.
             */
            updated: number;
        };
        /** @description What is wrong with a row. */
        ImportFaultView: {
            /**
             * Format: int32
             * @description Its line in the file.
             */
            number: number;
            reasons: components["schemas"]["ImportReasonView"][];
        };
        /** @description Something that a column can fill. */
        ImportFieldView: {
            /** @description What people call it, for fields that packs add. */
            label?: string | null;
            name: string;
            required: boolean;
            /** @description What may stand in it: `text`, `choice`, `flag`, `money`, `integer`, `date`, `phone`, `email`, `code`. */
            shape: string;
        };
        /**
         * @description What a file is by its bytes.
         * @enum {string}
         */
        ImportFileKind: "csv" | "xlsx" | "vcard";
        /** @description A file to take in. */
        ImportForm: {
            /**
             * Format: binary
             * @description The bytes: xlsx, a text with delimiters, or vCard; after the kind.
             */
            file: string;
            /** @description Kind of the records: `customer`. */
            kind: string;
        };
        /** @description How the rows of a file are read. */
        ImportFormat: {
            /** @description Delimiter of a text: one ASCII character. */
            delimiter?: string | null;
            /** @description Encoding of a text, e.g. `UTF-8`, `gb18030`, `UTF-16LE`. */
            encoding?: string | null;
            /** @description What the file is. */
            kind: components["schemas"]["ImportFileKind"];
            /** @description The sheet of a workbook. */
            sheet?: string | null;
            /** @description All sheets of a workbook. */
            sheets?: string[];
        };
        /** @description A kind that the reader may import. */
        ImportKindView: {
            fields: components["schemas"]["ImportFieldView"][];
            kind: string;
        };
        /**
         * @description What is done with a row whose record is there.
         * @enum {string}
         */
        ImportOnDuplicate: "skip" | "fill" | "make";
        /**
         * @description What became of a row.
         * @enum {string}
         */
        ImportOutcome: "made" | "updated" | "skipped" | "failed" | "taken_back" | "kept";
        /** @description The first rows of a file as they would be taken in, and the first faults that the look at every row found. */
        ImportPreview: {
            faults: components["schemas"]["ImportFaultView"][];
            fields: components["schemas"]["ImportFieldView"][];
            rows: components["schemas"]["ImportPreviewRow"][];
        };
        /** @description One of the first rows. */
        ImportPreviewRow: {
            /** @description Its cells as they stand, in the order of the columns. */
            cells: string[];
            /** @description Its record is there. */
            known: boolean;
            /**
             * Format: int32
             * @description Its line in the file.
             */
            number: number;
            reasons: components["schemas"]["ImportReasonView"][];
        };
        /** @description Why a row is not taken in. */
        ImportReasonView: {
            /** @description A word that never changes. */
            code: string;
            /** @description The field, if it is about one. */
            field?: string | null;
            /** @description The text in the reader's language. */
            text: string;
        };
        /** @description What became of a row. */
        ImportRowView: {
            /**
             * Format: int32
             * @description Its line in the file.
             */
            number: number;
            outcome: components["schemas"]["ImportOutcome"];
            reasons: components["schemas"]["ImportReasonView"][];
            record?: components["schemas"]["Subject"] | null;
        };
        /** @description What the reader may do with it now. */
        ImportRunCan: {
            cancel: boolean;
            map: boolean;
            start: boolean;
            undo: boolean;
        };
        /**
         * Format: uuid
         * @description Rows of a file taken in.
         */
        ImportRunId: string;
        /** @description An import. */
        ImportRunView: {
            can: components["schemas"]["ImportRunCan"];
            checked?: components["schemas"]["ImportCheck"] | null;
            columns: components["schemas"]["ImportColumn"][];
            counts: components["schemas"]["ImportCounts"];
            /** Format: date-time */
            created_at: string;
            file_name: string;
            /** Format: date-time */
            finished_at?: string | null;
            /** @description How the file is read. */
            format: components["schemas"]["ImportFormat"];
            /**
             * Format: int32
             * @description Line of the headings.
             */
            header_row: number;
            id: components["schemas"]["ImportRunId"];
            /**
             * Format: int32
             * @description Records that were changed since and therefore stay.
             */
            kept: number;
            /** @description Kind of the records: `customer`. */
            kind: string;
            on_duplicate: components["schemas"]["ImportOnDuplicate"];
            owner?: components["schemas"]["MemberName"] | null;
            /** @description Why it failed. */
            problem?: string | null;
            /**
             * Format: int64
             * @description Bytes of the file.
             */
            size: number;
            /** Format: date-time */
            started_at?: string | null;
            state: components["schemas"]["ImportState"];
            /**
             * Format: int32
             * @description Records that were taken back.
             */
            taken_back: number;
            /**
             * Format: int32
             * @description Rows of the file, once they were counted.
             */
            total: number;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description Where a run is in its life.
         * @enum {string}
         */
        ImportState: "uploaded" | "checking" | "checked" | "running" | "finished" | "cancelled" | "failed" | "undoing" | "undone";
        /**
         * Format: uuid
         * @description One version of the application to start a project in earnest.
         */
        InitiationId: string;
        /**
         * @description How far an application has come.
         * @enum {string}
         */
        InitiationState: "draft" | "submitted" | "in_review" | "approved" | "returned" | "rejected";
        /** @description A version of an application. */
        InitiationView: {
            /**
             * Format: uuid
             * @description The request for approval.
             */
            approval_id?: string | null;
            budget?: components["schemas"]["Money"] | null;
            /** @description Permitted actions that its state allows. */
            can: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at?: string | null;
            id: components["schemas"]["InitiationId"];
            note?: string | null;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            project_id: components["schemas"]["ProjectId"];
            /** Format: int32 */
            revision: number;
            state: components["schemas"]["InitiationState"];
            /** Format: date-time */
            submitted_at?: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description All versions. */
        Initiations: {
            /** @description `initiation.draft`, where the reader may begin one now: the first, or the next revision. */
            can: string[];
            /** @description Newest first. */
            items: components["schemas"]["InitiationView"][];
        };
        /** @description What the reader may do with it now. */
        InquiryCan: {
            assess: boolean;
            assign: boolean;
            classify: boolean;
            close: boolean;
            convert: boolean;
            follow_up: boolean;
            hand_over: boolean;
            match: boolean;
            reassign: boolean;
            reopen: boolean;
            reply: boolean;
            resume: boolean;
            /** @description Show how whoever asked is reached. */
            reveal: boolean;
            take: boolean;
            update: boolean;
            wait: boolean;
        };
        /** @description Changes of an inquiry: an absent field stays, `null` empties it. */
        InquiryChanges: {
            /** @default null */
            aim?: string | null;
            /** @default null */
            answer?: string | null;
            /** @default null */
            answer_source?: string | null;
            /** @default null */
            background?: string | null;
            /** @default null */
            clarity?: components["schemas"]["InquiryClarity"] | null;
            /** @default null */
            contact_id?: components["schemas"]["ContactId"] | null;
            /** @description Fields that packs add, by their id; `null` removes one. */
            extra?: Record<string, unknown> | null;
            /** @default null */
            language?: components["schemas"]["Language"] | null;
            /** @default null */
            needs?: string | null;
            /** @default null */
            question?: string | null;
            /** @default null */
            title?: string | null;
        };
        /**
         * @description How it reached us.
         * @enum {string}
         */
        InquiryChannel: "phone" | "mail" | "web" | "chat" | "fax" | "im" | "video" | "walk_in";
        /**
         * @description How clear the need is.
         * @enum {string}
         */
        InquiryClarity: "clear" | "partly" | "unclear";
        /**
         * @description What it is about.
         * @enum {string}
         */
        InquiryClass: "product" | "price" | "technical" | "project" | "after_sales";
        /** @description What has to be there before it can be closed. */
        InquiryClosing: {
            /** @description Fields that the pack adds to inquiries: their values are given with `changes.extra`. */
            fields: components["schemas"]["FieldView"][];
            /** @description What the pack's gate asks. */
            items: components["schemas"]["GateItem"][];
            /** @description Fields of the inquiry itself. */
            missing: components["schemas"]["MissingField"][];
        };
        /**
         * Format: uuid
         * @description A consultation, from its first message to its outcome.
         */
        InquiryId: string;
        /** @description Messages of an inquiry. */
        InquiryMessages: {
            items: components["schemas"]["MessageView"][];
        };
        /**
         * @description What became of it.
         * @enum {string}
         */
        InquiryOutcome: "converted" | "lost" | "dormant" | "answered";
        /**
         * @description How urgent it is.
         * @enum {string}
         */
        InquiryPriority: "low" | "normal" | "high" | "urgent";
        /**
         * @description Where it is in its life.
         * @enum {string}
         */
        InquiryState: "received" | "assigned" | "replied" | "following" | "closed";
        /** @description What happened to an inquiry. */
        InquiryTimeline: {
            /** @description Newest first. */
            items: components["schemas"]["TimelineItem"][];
        };
        /** @description An inquiry. */
        InquiryView: {
            aim?: string | null;
            answer?: string | null;
            answer_source?: string | null;
            assessed: boolean;
            /** Format: date-time */
            assigned_at?: string | null;
            /** @description Why this person: the candidates with skill and load when it was assigned. */
            assigned_why: Record<string, unknown>;
            assignee?: components["schemas"]["MemberName"] | null;
            background?: string | null;
            can: components["schemas"]["InquiryCan"];
            channel: components["schemas"]["InquiryChannel"];
            clarity?: components["schemas"]["InquiryClarity"] | null;
            class?: components["schemas"]["InquiryClass"] | null;
            /** Format: date-time */
            closed_at?: string | null;
            contact_id?: components["schemas"]["ContactId"] | null;
            /** Format: date-time */
            created_at: string;
            customer_id?: components["schemas"]["CustomerId"] | null;
            customer_name?: string | null;
            department_id?: components["schemas"]["DepartmentId"] | null;
            extra: Record<string, unknown>;
            /** Format: date-time */
            first_replied_at?: string | null;
            id: components["schemas"]["InquiryId"];
            /** @description In which language they asked, if that is known. */
            language?: string | null;
            needs?: string | null;
            number: string;
            outcome?: components["schemas"]["InquiryOutcome"] | null;
            overdue: boolean;
            priority?: components["schemas"]["InquiryPriority"] | null;
            /** Format: uuid */
            project_id?: string | null;
            question?: string | null;
            /** Format: date-time */
            received_at: string;
            receiver?: components["schemas"]["MemberName"] | null;
            /** Format: int32 */
            reply_count: number;
            sender_company?: string | null;
            /** @description Masked. */
            sender_email?: string | null;
            sender_name?: string | null;
            /** @description Masked. */
            sender_phone?: string | null;
            state: components["schemas"]["InquiryState"];
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
            waits_for_customer: boolean;
        };
        /** @description What the reader may do with it now. */
        InteractionCan: {
            cancel: boolean;
            record: boolean;
            /** @description Put it into an inquiry. */
            register: boolean;
        };
        /**
         * Format: uuid
         * @description A call, visit, meeting or mail with a customer, held or planned.
         */
        InteractionId: string;
        /**
         * @description How the company and the customer met.
         * @enum {string}
         */
        InteractionKind: "call" | "mail" | "meeting" | "visit" | "negotiation" | "other";
        /** @description Something promised to the customer. */
        InteractionPromise: {
            /** Format: date */
            due_on: string;
            owner?: components["schemas"]["MemberId"] | null;
            what: string;
        };
        /**
         * @description Where it is in its life.
         * @enum {string}
         */
        InteractionState: "planned" | "recorded" | "cancelled";
        /** @description An interaction. */
        InteractionView: {
            can: components["schemas"]["InteractionCan"];
            /** @description Contacts who took part. */
            contacts: components["schemas"]["ContactName"][];
            content?: string | null;
            /** Format: date-time */
            created_at: string;
            customer_id: components["schemas"]["CustomerId"];
            feedback?: string | null;
            /** Format: date-time */
            happened_at?: string | null;
            id: components["schemas"]["InteractionId"];
            /** @description The customer came to us. */
            inbound: boolean;
            inquiry_id?: components["schemas"]["InquiryId"] | null;
            kind: components["schemas"]["InteractionKind"];
            /**
             * Format: int64
             * @description Working minutes between happening and entry.
             */
            lag_minutes?: number | null;
            /** @description Our own people who took part. */
            members: components["schemas"]["MemberName"][];
            needs?: string | null;
            next_action?: string | null;
            owner?: components["schemas"]["MemberName"] | null;
            /** Format: date-time */
            planned_at?: string | null;
            /** Format: uuid */
            project_id?: string | null;
            promises: components["schemas"]["InteractionPromise"][];
            state: components["schemas"]["InteractionState"];
            /** Format: int64 */
            version: number;
        };
        /**
         * Format: uuid
         * @description A job waiting, running, done or failed.
         */
        JobId: string;
        /** @description A job. */
        JobView: {
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was wanted.
             */
            created_at: string;
            /** @description Why the last attempt failed. */
            error?: string | null;
            /** @description Its id. */
            id: components["schemas"]["JobId"];
            /** @description What it does. */
            kind: string;
            /** @description What came out. */
            result?: unknown;
            /**
             * Format: date-time
             * @description When it is tried next, while it waits.
             */
            run_at: string;
            /** @description `waiting`, `done` or `failed`. */
            state: string;
        };
        /** @description Why a control is not bound. */
        Lack: {
            /**
             * @description `no-rule`, `rule-missing` (switched off, or of a record that does not exist), `rule-unreachable`, `no-measure`,
             *     `measure-missing`, `measure-unreachable`, `waited-for-is-there` (its rest could be carried by now).
             */
            code: string;
            /** @description What is meant: a rule or an event. */
            what: string;
        };
        /**
         * @description A language of the product. Simplified Chinese is the one that every text has.
         * @enum {string}
         */
        Language: "zh" | "zh-Hant" | "en";
        /** @description What the reader may do with it now. */
        LeadCan: {
            contact: boolean;
            convert: boolean;
            discard: boolean;
            qualify: boolean;
            update: boolean;
        };
        /** @description Changes of a lead: an absent field stays, `null` empties it. */
        LeadChanges: {
            /** @default null */
            customer_id?: components["schemas"]["CustomerId"] | null;
            /**
             * Format: date
             * @default null
             */
            first_on?: string | null;
            /** @default null */
            needs?: string | null;
            /** @default null */
            source?: string | null;
            /** @default null */
            title?: string | null;
        };
        /**
         * Format: uuid
         * @description A hint at business that nobody has worked out yet.
         */
        LeadId: string;
        /**
         * @description Where it is in its life.
         * @enum {string}
         */
        LeadState: "new" | "contacted" | "qualified" | "converted" | "discarded";
        /** @description A lead. */
        LeadView: {
            can: components["schemas"]["LeadCan"];
            /** Format: date-time */
            contacted_at?: string | null;
            /** Format: date-time */
            created_at: string;
            customer_id?: components["schemas"]["CustomerId"] | null;
            /** Format: date */
            first_on: string;
            handover_id?: components["schemas"]["HandoverId"] | null;
            id: components["schemas"]["LeadId"];
            inquiry_id?: components["schemas"]["InquiryId"] | null;
            needs?: string | null;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            /** Format: uuid */
            project_id?: string | null;
            reason?: string | null;
            source?: string | null;
            state: components["schemas"]["LeadState"];
            title: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What is left to read. */
        LeftToRead: {
            /**
             * Format: int64
             * @description Those that must be read one by one, at most 100.
             */
            unread: number;
        };
        /** @description A page of a list. */
        Listed_ApprovalView: {
            /** @description The records. */
            items: {
                /** @description More of it, e.g. the gates and the point of an exemption. */
                about: Record<string, unknown>;
                /**
                 * Format: uuid
                 * @description The filing, grading result or obligation that it is about.
                 */
                about_id?: string | null;
                address: string;
                /** @description The approval's id in the pack. */
                approval: string;
                /** Format: date-time */
                asked_at: string;
                asked_by?: components["schemas"]["PersonView"] | null;
                /** @description What the reader may do: `approve`, `return`, `reject`, `hand_over`, `add_signer`, `withdraw`. */
                can: string[];
                /** Format: date-time */
                decided_at?: string | null;
                /**
                 * Format: date-time
                 * @description When the open step is due.
                 */
                due_at?: string | null;
                id: components["schemas"]["ApprovalId"];
                /** @description What the pack calls it. */
                name: string;
                note?: string | null;
                /**
                 * Format: date-time
                 * @description Since when it must be asked again.
                 */
                outdated_at?: string | null;
                /** @description What of the record: `initiation`, `exemption`, `waiver`, … */
                part: string;
                state: components["schemas"]["ApprovalState"];
                subject?: components["schemas"]["SubjectView"] | null;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_CustomerView: {
            /** @description The records. */
            items: {
                active: boolean;
                address?: string | null;
                /** Format: date-time */
                archived_at?: string | null;
                budget?: components["schemas"]["Money"] | null;
                can: components["schemas"]["CustomerCan"];
                complete: boolean;
                /** Format: int32 */
                contact_count: number;
                /** Format: date-time */
                created_at: string;
                credit_code?: string | null;
                department_id?: components["schemas"]["DepartmentId"] | null;
                extra: Record<string, unknown>;
                id: components["schemas"]["CustomerId"];
                industry?: string | null;
                kind: components["schemas"]["CustomerKind"];
                mail_domain?: string | null;
                merged_into?: components["schemas"]["CustomerId"] | null;
                /** @description What the file still lacks. */
                missing: components["schemas"]["MissingField"][];
                name: string;
                needs?: string | null;
                number: string;
                owner?: components["schemas"]["MemberName"] | null;
                preferences?: string | null;
                purchase_behaviour?: string | null;
                region?: string | null;
                short_name?: string | null;
                source?: string | null;
                /** Format: date-time */
                updated_at: string;
                /** Format: int64 */
                version: number;
                website?: string | null;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_DepartmentView: {
            /** @description The records. */
            items: {
                /** @description What the reader may do. */
                can: components["schemas"]["DepartmentCan"];
                /** @description Its id. */
                id: components["schemas"]["DepartmentId"];
                /** @description Its name. */
                name: string;
                parent_id?: components["schemas"]["DepartmentId"] | null;
                /**
                 * Format: int64
                 * @description Version of the row.
                 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_DirectoryEntry: {
            /** @description The records. */
            items: {
                department?: components["schemas"]["DepartmentRef"] | null;
                /** @description Who. */
                id: components["schemas"]["MemberId"];
                /** @description Name. */
                name: string;
                /** @description Ids of the positions held today. */
                positions: string[];
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_EntryView: {
            /** @description The records. */
            items: {
                /** @description Where its page is, if the reader may see it. */
                address?: string | null;
                /**
                 * Format: date-time
                 * @description When it happened or fell due; since when it stands.
                 */
                at: string;
                department_id?: components["schemas"]["DepartmentId"] | null;
                /** @description That department's name. */
                department_name?: string | null;
                event_id?: components["schemas"]["EventId"] | null;
                member_id?: components["schemas"]["MemberId"] | null;
                /** @description That member's name. */
                member_name?: string | null;
                /** @description Metric or rule under which it counts. */
                metric: string;
                /** @description Its number, if the reader may see the record. */
                number?: string | null;
                /**
                 * Format: uuid
                 * @description The obligation, where one was counted.
                 */
                obligation_id?: string | null;
                outcome?: components["schemas"]["MeasureOutcome"] | null;
                /** @description The record. */
                subject: components["schemas"]["Subject"];
                /** @description What people call it, if the reader may see it. */
                title?: string | null;
                /**
                 * Format: double
                 * @description What it adds.
                 */
                value: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_ExchangeRate: {
            /** @description The records. */
            items: {
                /** @description ISO code, `USD`. */
                currency: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                entered_at: string;
                entered_by?: components["schemas"]["MemberName"] | null;
                /**
                 * Format: date
                 * @description From this day on, until the next.
                 */
                from_on: string;
                /**
                 * Format: int64
                 * @description Millionths of a major unit of the home currency for a major unit of this: 7.12 is 7120000.
                 */
                rate_ppm: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_ExportRunView: {
            /** @description The records. */
            items: {
                /** Format: uuid */
                approval_id?: string | null;
                can: components["schemas"]["ExportRunCan"];
                /** @description Confidential fields come in clear. */
                confidential: boolean;
                /** Format: date-time */
                created_at: string;
                /**
                 * Format: int32
                 * @description Customers in it.
                 */
                customer_count: number;
                customer_id?: components["schemas"]["CustomerId"] | null;
                /**
                 * Format: date-time
                 * @description Until when it can be read.
                 */
                ends_at?: string | null;
                id: components["schemas"]["ExportRunId"];
                /** Format: date-time */
                made_at?: string | null;
                owner?: components["schemas"]["MemberName"] | null;
                /**
                 * Format: int32
                 * @description How often it was read.
                 */
                readings: number;
                reason: string;
                recipient?: string | null;
                /** @description For somebody outside. */
                shared: boolean;
                state: components["schemas"]["ExportState"];
                /** Format: int64 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_ImportRowView: {
            /** @description The records. */
            items: {
                /**
                 * Format: int32
                 * @description Its line in the file.
                 */
                number: number;
                outcome: components["schemas"]["ImportOutcome"];
                reasons: components["schemas"]["ImportReasonView"][];
                record?: components["schemas"]["Subject"] | null;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_ImportRunView: {
            /** @description The records. */
            items: {
                can: components["schemas"]["ImportRunCan"];
                checked?: components["schemas"]["ImportCheck"] | null;
                columns: components["schemas"]["ImportColumn"][];
                counts: components["schemas"]["ImportCounts"];
                /** Format: date-time */
                created_at: string;
                file_name: string;
                /** Format: date-time */
                finished_at?: string | null;
                /** @description How the file is read. */
                format: components["schemas"]["ImportFormat"];
                /**
                 * Format: int32
                 * @description Line of the headings.
                 */
                header_row: number;
                id: components["schemas"]["ImportRunId"];
                /**
                 * Format: int32
                 * @description Records that were changed since and therefore stay.
                 */
                kept: number;
                /** @description Kind of the records: `customer`. */
                kind: string;
                on_duplicate: components["schemas"]["ImportOnDuplicate"];
                owner?: components["schemas"]["MemberName"] | null;
                /** @description Why it failed. */
                problem?: string | null;
                /**
                 * Format: int64
                 * @description Bytes of the file.
                 */
                size: number;
                /** Format: date-time */
                started_at?: string | null;
                state: components["schemas"]["ImportState"];
                /**
                 * Format: int32
                 * @description Records that were taken back.
                 */
                taken_back: number;
                /**
                 * Format: int32
                 * @description Rows of the file, once they were counted.
                 */
                total: number;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_InquiryView: {
            /** @description The records. */
            items: {
                aim?: string | null;
                answer?: string | null;
                answer_source?: string | null;
                assessed: boolean;
                /** Format: date-time */
                assigned_at?: string | null;
                /** @description Why this person: the candidates with skill and load when it was assigned. */
                assigned_why: Record<string, unknown>;
                assignee?: components["schemas"]["MemberName"] | null;
                background?: string | null;
                can: components["schemas"]["InquiryCan"];
                channel: components["schemas"]["InquiryChannel"];
                clarity?: components["schemas"]["InquiryClarity"] | null;
                class?: components["schemas"]["InquiryClass"] | null;
                /** Format: date-time */
                closed_at?: string | null;
                contact_id?: components["schemas"]["ContactId"] | null;
                /** Format: date-time */
                created_at: string;
                customer_id?: components["schemas"]["CustomerId"] | null;
                customer_name?: string | null;
                department_id?: components["schemas"]["DepartmentId"] | null;
                extra: Record<string, unknown>;
                /** Format: date-time */
                first_replied_at?: string | null;
                id: components["schemas"]["InquiryId"];
                /** @description In which language they asked, if that is known. */
                language?: string | null;
                needs?: string | null;
                number: string;
                outcome?: components["schemas"]["InquiryOutcome"] | null;
                overdue: boolean;
                priority?: components["schemas"]["InquiryPriority"] | null;
                /** Format: uuid */
                project_id?: string | null;
                question?: string | null;
                /** Format: date-time */
                received_at: string;
                receiver?: components["schemas"]["MemberName"] | null;
                /** Format: int32 */
                reply_count: number;
                sender_company?: string | null;
                /** @description Masked. */
                sender_email?: string | null;
                sender_name?: string | null;
                /** @description Masked. */
                sender_phone?: string | null;
                state: components["schemas"]["InquiryState"];
                title: string;
                /** Format: date-time */
                updated_at: string;
                /** Format: int64 */
                version: number;
                waits_for_customer: boolean;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_InteractionView: {
            /** @description The records. */
            items: {
                can: components["schemas"]["InteractionCan"];
                /** @description Contacts who took part. */
                contacts: components["schemas"]["ContactName"][];
                content?: string | null;
                /** Format: date-time */
                created_at: string;
                customer_id: components["schemas"]["CustomerId"];
                feedback?: string | null;
                /** Format: date-time */
                happened_at?: string | null;
                id: components["schemas"]["InteractionId"];
                /** @description The customer came to us. */
                inbound: boolean;
                inquiry_id?: components["schemas"]["InquiryId"] | null;
                kind: components["schemas"]["InteractionKind"];
                /**
                 * Format: int64
                 * @description Working minutes between happening and entry.
                 */
                lag_minutes?: number | null;
                /** @description Our own people who took part. */
                members: components["schemas"]["MemberName"][];
                needs?: string | null;
                next_action?: string | null;
                owner?: components["schemas"]["MemberName"] | null;
                /** Format: date-time */
                planned_at?: string | null;
                /** Format: uuid */
                project_id?: string | null;
                promises: components["schemas"]["InteractionPromise"][];
                state: components["schemas"]["InteractionState"];
                /** Format: int64 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_JobView: {
            /** @description The records. */
            items: {
                /**
                 * Format: int32
                 * @description How often it was tried.
                 */
                attempts: number;
                /**
                 * Format: date-time
                 * @description When it was wanted.
                 */
                created_at: string;
                /** @description Why the last attempt failed. */
                error?: string | null;
                /** @description Its id. */
                id: components["schemas"]["JobId"];
                /** @description What it does. */
                kind: string;
                /** @description What came out. */
                result?: unknown;
                /**
                 * Format: date-time
                 * @description When it is tried next, while it waits.
                 */
                run_at: string;
                /** @description `waiting`, `done` or `failed`. */
                state: string;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_LeadView: {
            /** @description The records. */
            items: {
                can: components["schemas"]["LeadCan"];
                /** Format: date-time */
                contacted_at?: string | null;
                /** Format: date-time */
                created_at: string;
                customer_id?: components["schemas"]["CustomerId"] | null;
                /** Format: date */
                first_on: string;
                handover_id?: components["schemas"]["HandoverId"] | null;
                id: components["schemas"]["LeadId"];
                inquiry_id?: components["schemas"]["InquiryId"] | null;
                needs?: string | null;
                number: string;
                owner?: components["schemas"]["MemberName"] | null;
                /** Format: uuid */
                project_id?: string | null;
                reason?: string | null;
                source?: string | null;
                state: components["schemas"]["LeadState"];
                title: string;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_MemberRow: {
            /** @description The records. */
            items: {
                /** @description Works here. */
                active: boolean;
                /** @description What the reader may do. */
                can: components["schemas"]["MemberCan"];
                /**
                 * Format: date-time
                 * @description When made.
                 */
                created_at: string;
                department?: components["schemas"]["DepartmentRef"] | null;
                /** @description Mail address. */
                email?: string | null;
                /** @description Heads it. */
                head: boolean;
                /** @description Who. */
                id: components["schemas"]["MemberId"];
                /** @description Language of screen and mails. */
                language: string;
                /** @description Name to log in with. */
                login: string;
                /** @description Name. */
                name: string;
                /** @description Phone number. */
                phone?: string | null;
                /** @description Positions held today. */
                positions: components["schemas"]["PositionView"][];
                /**
                 * Format: int64
                 * @description Version of the row.
                 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_ObligationView: {
            /** @description The records. */
            items: {
                action: components["schemas"]["Action"];
                /** @description What the reader may do: `complete`, `take`, `hand_over`. */
                can: string[];
                /** Format: date-time */
                closed_at?: string | null;
                /** Format: date-time */
                due_at?: string | null;
                history?: components["schemas"]["History"] | null;
                id: components["schemas"]["ObligationId"];
                key_step: boolean;
                name: string;
                /** Format: date-time */
                opened_at: string;
                overdue: boolean;
                paused: boolean;
                /** @description Whose it is now. */
                people: components["schemas"]["PersonView"][];
                rule: string;
                /** @description `rule`, `action-item`, `approval`, `confirm`, `notice`, `gate`. */
                source: string;
                state: components["schemas"]["ObligationState"];
                subject: components["schemas"]["SubjectView"];
                taken_by?: components["schemas"]["MemberId"] | null;
                /** Format: int64 */
                version: number;
                /** @description Why it is due then, in a sentence. */
                why: string;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_Offered: {
            /** @description The records. */
            items: {
                /** @description Its id in the pack; a body is `body:x`, a professional group `group:x`. */
                id: string;
                /**
                 * Format: int32
                 * @description Highest level, of a skill.
                 */
                levels?: number | null;
                /** @description Its name in the reader's language. */
                name: string;
                /**
                 * Format: date
                 * @description First day on which a skill that is proved today holds no longer, where the pack says how long it holds.
                 */
                until?: string | null;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_ProjectRow: {
            /** @description The records. */
            items: {
                amount?: components["schemas"]["Money"] | null;
                /** Format: int32 */
                archive_missing: number;
                /** Format: date-time */
                created_at: string;
                customer_id?: components["schemas"]["CustomerId"] | null;
                /** @description What the customer is called. */
                customer_name?: string | null;
                department_id?: components["schemas"]["DepartmentId"] | null;
                /** Format: date */
                expected_sign_on?: string | null;
                /** Format: date */
                first_lead_on: string;
                id: components["schemas"]["ProjectId"];
                /** @description An initiation is approved. */
                initiated: boolean;
                kind: components["schemas"]["ProjectKind"];
                name: string;
                /** @description The stage that follows in its lifecycle, as long as work on it runs. */
                next_stage?: string | null;
                number: string;
                owner?: components["schemas"]["MemberName"] | null;
                /** @description Id of its stage. */
                stage: string;
                /** @description Name of its stage in the reader's language. */
                stage_name: string;
                /** Format: date-time */
                stage_since: string;
                state: components["schemas"]["ProjectState"];
                /** Format: date-time */
                updated_at: string;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description A page of a list. */
        Listed_TimelineItem: {
            /** @description The records. */
            items: {
                /** @description Its facts. */
                facts: unknown;
                /**
                 * Format: date-time
                 * @description When it happened.
                 */
                happened_at: string;
                /** @description The event. */
                id: components["schemas"]["EventId"];
                member_id?: components["schemas"]["MemberId"] | null;
                /** @description That member's name. */
                member_name?: string | null;
                /** @description What happened, `project.advanced`. */
                name: string;
                on_behalf_of?: components["schemas"]["MemberId"] | null;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 */
                recorded_at: string;
                /** @description To which record. */
                subject: components["schemas"]["Subject"];
            }[];
            /** @description Cursor of the next page, if there is one. */
            next?: string | null;
            /** @description How many there are in all. */
            total: components["schemas"]["Total"];
        };
        /** @description What a member is told: that records changed, not what stands in them. */
        LiveNews: {
            /** @description Records that changed, of those that one may see. */
            changed: components["schemas"]["Subject"][];
            /** @description More changed than is named: everything shown is better read again. */
            everything: boolean;
            /** @description Figures of one's own that are shown on every page, by name: `unread` notices, `owed` obligations. */
            figures: {
                [key: string]: number;
            };
            last?: components["schemas"]["EventId"] | null;
        };
        /** @description What was loaded. */
        LoadedHolidays: {
            /** @description Years that the table spoke of. */
            years: number[];
        };
        /** @description Log-in and password. */
        LogIn: {
            /** @description Name to log in with. */
            login: string;
            /** @description Password. */
            password: string;
            /** @description Stay logged in on this device for 30 days. */
            stay?: boolean;
        };
        /** @description What the reader wants by mail, and whether it works. */
        MailSetting: {
            /** @description Where mails go; null: the member has no address, so none come. */
            address?: string | null;
            /**
             * Format: int32
             * @description Hour of the day's summary, 0 to 23 in the company's zone; null: none.
             */
            digest_hour?: number | null;
            /**
             * Format: date-time
             * @description When one last did not, unless one has left since.
             */
            failed_at?: string | null;
            failed_why?: string | null;
            notice: components["schemas"]["MailWhen"];
            overdue: components["schemas"]["MailWhen"];
            /**
             * Format: int32
             * @description Rest of one's own, from this hour until the other.
             */
            quiet_from?: number | null;
            /** Format: int32 */
            quiet_until?: number | null;
            /** @description Whether the house has a mail server: without one no mails come. */
            sends: boolean;
            /**
             * Format: date-time
             * @description When a mail last left.
             */
            sent_at?: string | null;
            /** Format: int64 */
            version: number;
            warning: components["schemas"]["MailWhen"];
            /** @description Mails come in working time alone. */
            working_time: boolean;
        };
        /**
         * @description When a kind of notice comes by mail.
         * @enum {string}
         */
        MailWhen: "now" | "digest" | "never";
        /** @description How the file is read and what its columns fill; what is absent stays. */
        MapImport: {
            /** @description Delimiter of a text: one ASCII character. */
            delimiter?: string | null;
            /** @description Encoding of a text: `UTF-8`, `gb18030`, `UTF-16LE`. */
            encoding?: string | null;
            /** @description For each column the field that it fills, or `null`. Remembered for files with the same headings. */
            fields?: (string | null)[] | null;
            /**
             * Format: int32
             * @description Line of the headings.
             */
            header_row?: number | null;
            on_duplicate?: components["schemas"]["ImportOnDuplicate"] | null;
            /** @description The sheet of a workbook. */
            sheet?: string | null;
        };
        /** @description Who asks. */
        MatchInquiry: {
            contact_id?: components["schemas"]["ContactId"] | null;
            customer_id: components["schemas"]["CustomerId"];
        };
        /**
         * @description How an obligation or a gate ended, as the slice of its measure.
         * @enum {string}
         */
        MeasureOutcome: "on_time" | "late" | "open" | "waived" | "met" | "unmet" | "exempted";
        /** @description What the reader may do with a member. */
        MemberCan: {
            /** @description Give and take positions. */
            assign_position: boolean;
            /** @description Deactivate. */
            deactivate: boolean;
            /** @description Record times away and stand-ins. */
            delegate: boolean;
            /** @description Let in again. */
            reactivate: boolean;
            /** @description Record skills. */
            record_skill: boolean;
            /** @description Give a new password. */
            reset_password: boolean;
            /** @description Change, move. */
            update: boolean;
        };
        /** @description What may be changed of a member. */
        MemberChanges: {
            /** @description Mail address; null empties it. */
            email?: string | null;
            language?: components["schemas"]["Language"] | null;
            /** @description Name to log in with. */
            login?: string | null;
            /** @description Name as others see it. */
            name?: string | null;
            /** @description Phone number; null empties it. */
            phone?: string | null;
        };
        /**
         * Format: uuid
         * @description A person who works here.
         */
        MemberId: string;
        /** @description A member as records name one. */
        MemberName: {
            /** @description Who. */
            id: components["schemas"]["MemberId"];
            /** @description What people call them. */
            name: string;
        };
        /** @description Somebody named. */
        MemberRef: {
            /** @description Who. */
            id: components["schemas"]["MemberId"];
            /** @description Name. */
            name: string;
        };
        /** @description A member in a list. */
        MemberRow: {
            /** @description Works here. */
            active: boolean;
            /** @description What the reader may do. */
            can: components["schemas"]["MemberCan"];
            /**
             * Format: date-time
             * @description When made.
             */
            created_at: string;
            department?: components["schemas"]["DepartmentRef"] | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Heads it. */
            head: boolean;
            /** @description Who. */
            id: components["schemas"]["MemberId"];
            /** @description Language of screen and mails. */
            language: string;
            /** @description Name to log in with. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Phone number. */
            phone?: string | null;
            /** @description Positions held today. */
            positions: components["schemas"]["PositionView"][];
            /**
             * Format: int64
             * @description Version of the row.
             */
            version: number;
        };
        /** @description Somewhere that a member is logged in. */
        MemberSession: {
            /**
             * Format: date-time
             * @description When it ends at the latest.
             */
            expires_at: string;
            /** @description To end it; nobody can log in with it. */
            id: string;
            /**
             * Format: date-time
             * @description When the member logged in.
             */
            since: string;
            /** @description Whether the member asked to stay logged in. */
            stay: boolean;
            /**
             * Format: date-time
             * @description When it was last used, to within five minutes.
             */
            used_at: string;
        };
        /** @description Where a member is logged in. */
        MemberSessions: {
            /** @description The latest used first. */
            items: components["schemas"]["MemberSession"][];
        };
        /** @description A member's page. */
        MemberView: components["schemas"]["MemberRow"] & {
            /** @description Times away, running and coming. */
            absences: components["schemas"]["AbsenceView"][];
            /** @description Stand-ins, running and coming. */
            delegations: components["schemas"]["DelegationView"][];
            /** @description Skills held today. */
            skills: components["schemas"]["SkillView"][];
        };
        /** @description Into which file, and why. */
        MergeCustomer: {
            into: components["schemas"]["CustomerId"];
            reason: string;
        };
        /**
         * @description Which way it went.
         * @enum {string}
         */
        MessageDirection: "in" | "out";
        /**
         * Format: uuid
         * @description A message received or sent.
         */
        MessageId: string;
        /**
         * @description Where it is.
         * @enum {string}
         */
        MessageState: "received" | "queued" | "sent" | "failed";
        /** @description A message. */
        MessageView: {
            attachments: components["schemas"]["AttachmentView"][];
            author?: components["schemas"]["MemberName"] | null;
            body: string;
            /** @description It could not be read whole. */
            broken: boolean;
            broken_why?: string | null;
            channel: components["schemas"]["InquiryChannel"];
            /** Format: date-time */
            created_at: string;
            direction: components["schemas"]["MessageDirection"];
            /** @description Masked. */
            from_address?: string | null;
            from_name?: string | null;
            id: components["schemas"]["MessageId"];
            /** @description A note among ourselves: nobody outside was written to. */
            internal: boolean;
            /** Format: date-time */
            said_at: string;
            /** @description Where an answer comes from. */
            source?: string | null;
            state: components["schemas"]["MessageState"];
            subject?: string | null;
            /** @description Masked. */
            to_address?: string | null;
        };
        /** @description To which version, and whether only to see what would become of them. */
        Migrate: {
            /** @description Where the portion before ended. */
            after?: string | null;
            /** @description Nothing is changed: the answer says what would be. */
            dry_run: boolean;
            /** @description Records of this kind alone. */
            kind?: string | null;
            /** @description Why; asked for unless it is a dry run. */
            reason?: string | null;
            /** @description The version that they shall keep. */
            to: components["schemas"]["PackVersionId"];
        };
        /**
         * Format: uuid
         * @description A date that a project's plan promises.
         */
        MilestoneId: string;
        /**
         * @description Where a milestone is.
         * @enum {string}
         */
        MilestoneState: "open" | "reached" | "cancelled";
        /** @description A milestone. */
        MilestoneView: {
            /**
             * Format: date
             * @description When it was promised first.
             */
            baseline_on?: string | null;
            /** @description Permitted actions that its state allows. */
            can: string[];
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date
             * @description When it is expected now.
             */
            due_on?: string | null;
            id: components["schemas"]["MilestoneId"];
            notes?: string | null;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            project_id: components["schemas"]["ProjectId"];
            /** Format: date */
            reached_on?: string | null;
            /**
             * Format: int64
             * @description Days after the baseline; fewer than none when it comes early.
             */
            slip_days?: number | null;
            state: components["schemas"]["MilestoneState"];
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Milestones of a project. */
        Milestones: {
            /** @description In the order in which they are due. */
            items: components["schemas"]["MilestoneView"][];
        };
        /** @description A field that a pack asks for and that is empty. */
        MissingField: {
            /** @description The pack added it: its value stands in `extra`. */
            added: boolean;
            /** @description Its id. */
            field: string;
            /** @description Its name in the reader's language. */
            name: string;
        };
        /**
         * @description An amount in minor units (fen for CNY), at most 2^53 − 1 either way, because JavaScript reads
         *     it too. In JSON `{"amount": 6280000000, "currency": "CNY"}`.
         */
        Money: {
            /** Format: int64 */
            amount: number;
            currency: components["schemas"]["Currency"];
        };
        /** @description Where a member goes. */
        MoveMember: {
            /** @description The department. */
            department_id: components["schemas"]["DepartmentId"];
            /**
             * Format: date
             * @description First day there; today when absent.
             */
            from?: string | null;
            /** @description Heads it. */
            head?: boolean;
        };
        /** @description An obligation that is not what it was. */
        MovedObligation: {
            /**
             * Format: date-time
             * @description When it is due.
             */
            due_at?: string | null;
            /**
             * Format: date-time
             * @description When it was due.
             */
            due_before?: string | null;
            /** @description The obligation; one that a dry run would open exists nowhere. */
            id: components["schemas"]["ObligationId"];
            /** @description The rule. */
            rule: string;
            /** @description What became of it. */
            what: components["schemas"]["WhatBecame"];
        };
        /** @description A portion of the records of a version. */
        MovedPortion: {
            /** @description Where the next portion begins; nothing at the end. */
            next?: string | null;
            /** @description What became of each. */
            subjects: components["schemas"]["MovedSubject"][];
        };
        /** @description A record that was moved, or could not be. */
        MovedSubject: {
            /** @description Those that changed. */
            changed: components["schemas"]["MovedObligation"][];
            /** @description Open obligations that go on as they were. */
            kept: number;
            /** @description Its number. */
            number: string;
            /** @description `stage-missing`: it stands in a stage that the other version does not know, and stays where it is. */
            refused?: string | null;
            /** @description The record. */
            subject: components["schemas"]["Subject"];
            /** @description What people call it. */
            title: string;
        };
        /** @description Another record by its name. */
        Named: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its human number. */
            number: string;
            /** @description What people call it. */
            title: string;
        };
        /** @description A time away. */
        NewAbsence: {
            /**
             * Format: date-time
             * @description From when.
             */
            from_at: string;
            /** @description Why, in words. */
            reason?: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            until_at: string;
        };
        /** @description Who acts for a member for a time. */
        NewDelegation: {
            /** @description Who acts. */
            delegate_id: components["schemas"]["MemberId"];
            /**
             * Format: date-time
             * @description From when.
             */
            from_at: string;
            /** @description Why, in words. */
            reason?: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            until_at: string;
        };
        /** @description A new password. */
        NewPassword: {
            /** @description At least ten characters. */
            password: string;
        };
        /** @description A position to be held. */
        NewPosition: {
            department_id?: components["schemas"]["DepartmentId"] | null;
            /**
             * Format: date
             * @description First day; today when absent.
             */
            from?: string | null;
            /** @description Its id in the pack; a professional group is `group:x`, a body `body:x`. */
            position: string;
            /**
             * Format: date
             * @description First day on which it is held no longer.
             */
            until?: string | null;
        };
        /** @description A skill to be recorded. */
        NewSkill: {
            /**
             * Format: int32
             * @description From 1 to the highest level that the pack names.
             */
            level: number;
            /** @description Its id in the pack. */
            skill: string;
            /**
             * Format: date
             * @description First day on which it holds no longer; as long as the pack says, when not given.
             */
            until?: string | null;
        };
        /** @description What comes next. */
        NextStep: {
            /**
             * Format: date-time
             * @description By when, if said; of a task the end of its day in the company's zone.
             */
            due_at?: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description `task` or `obligation`. */
            kind: string;
            /** @description What is to be done, in the reader's language. */
            title: string;
        };
        /**
         * Format: uuid
         * @description Something that a member was told.
         */
        NotificationId: string;
        /** @description Something that the reader was told. */
        NotificationView: {
            /** @description The record's page. */
            address?: string | null;
            /** Format: date-time */
            created_at: string;
            id: components["schemas"]["NotificationId"];
            /** @description `notice`, `warning`, `overdue`, `escalation`. */
            kind: string;
            /** @description Whether having read it is owed: `mark all as read` leaves it alone. */
            must_read: boolean;
            obligation?: components["schemas"]["ObligationId"] | null;
            /** Format: date-time */
            read_at?: string | null;
            subject?: components["schemas"]["Subject"] | null;
            words: string;
        };
        /** @description A page of notifications. */
        Notifications: {
            items: components["schemas"]["NotificationView"][];
            next?: components["schemas"]["NotificationId"] | null;
            /**
             * Format: int64
             * @description How many are unread, at most 100.
             */
            unread: number;
        };
        /**
         * Format: uuid
         * @description An objection to how a record is handled.
         */
        ObjectionId: string;
        /** @description An objection. */
        ObjectionView: {
            answer?: string | null;
            /** Format: date-time */
            answered_at?: string | null;
            answered_by?: components["schemas"]["PersonView"] | null;
            /** Format: date-time */
            created_at: string;
            id: components["schemas"]["ObjectionId"];
            raised_by: components["schemas"]["PersonView"];
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "open" | "answered" | "withdrawn";
            subject: components["schemas"]["Subject"];
            /** Format: int64 */
            version: number;
            words: string;
        };
        /** @description Objections to a record, the newest first. */
        Objections: {
            items: components["schemas"]["ObjectionView"][];
        };
        /**
         * Format: uuid
         * @description Something that is due.
         */
        ObligationId: string;
        /** @description One person's share. */
        ObligationShare: {
            /** Format: date-time */
            from_at: string;
            person: components["schemas"]["PersonView"];
            /** @description `responsible` or `escalated`. */
            role: string;
            /** @description `open`, `aside`, `moved`, `done`, `closed`. */
            state: string;
            /** Format: date-time */
            until_at?: string | null;
            /** @description `rule`, `reassigned`, `handed-over`, `escalated`. */
            why: string;
        };
        /**
         * @description How it stands.
         * @enum {string}
         */
        ObligationState: "open" | "fulfilled" | "late" | "waived" | "void";
        /** @description An obligation in a list or on the workbench. */
        ObligationView: {
            action: components["schemas"]["Action"];
            /** @description What the reader may do: `complete`, `take`, `hand_over`. */
            can: string[];
            /** Format: date-time */
            closed_at?: string | null;
            /** Format: date-time */
            due_at?: string | null;
            history?: components["schemas"]["History"] | null;
            id: components["schemas"]["ObligationId"];
            key_step: boolean;
            name: string;
            /** Format: date-time */
            opened_at: string;
            overdue: boolean;
            paused: boolean;
            /** @description Whose it is now. */
            people: components["schemas"]["PersonView"][];
            rule: string;
            /** @description `rule`, `action-item`, `approval`, `confirm`, `notice`, `gate`. */
            source: string;
            state: components["schemas"]["ObligationState"];
            subject: components["schemas"]["SubjectView"];
            taken_by?: components["schemas"]["MemberId"] | null;
            /** Format: int64 */
            version: number;
            /** @description Why it is due then, in a sentence. */
            why: string;
        };
        /** @description What is offered, and to whom. */
        OfferHandover: {
            intent: components["schemas"]["HandoverIntent"];
            summary: string;
            to: components["schemas"]["MemberId"];
        };
        /** @description Something that the packs in force name. */
        Offered: {
            /** @description Its id in the pack; a body is `body:x`, a professional group `group:x`. */
            id: string;
            /**
             * Format: int32
             * @description Highest level, of a skill.
             */
            levels?: number | null;
            /** @description Its name in the reader's language. */
            name: string;
            /**
             * Format: date
             * @description First day on which a skill that is proved today holds no longer, where the pack says how long it holds.
             */
            until?: string | null;
        };
        /** @description A pack that this program brings and that nobody has to publish. */
        OfferedPack: {
            /** @description Packs that it extends. */
            extends: string[];
            /** @description Whom it is for. */
            for_whom?: string | null;
            /** @description Its name. */
            name: string;
            /** @description Its id. */
            pack: string;
            published?: components["schemas"]["PackVersionId"] | null;
            /** @description Its version. */
            version: string;
        };
        /** @description How many ended how. */
        OutcomeCounts: {
            /**
             * Format: int64
             * @description Fell due, or were passed: all of the others together.
             */
            due: number;
            /**
             * Format: int64
             * @description Gates passed by exemption.
             */
            exempted: number;
            /**
             * Format: int64
             * @description Fulfilled after they were due.
             */
            late: number;
            /**
             * Format: int64
             * @description Gates passed with everything met.
             */
            met: number;
            /**
             * Format: int64
             * @description Fulfilled in time.
             */
            on_time: number;
            /**
             * Format: int64
             * @description Due and not fulfilled.
             */
            open: number;
            /**
             * Format: int64
             * @description Gates that only warn, passed with something missing.
             */
            unmet: number;
            /**
             * Format: int64
             * @description Released by an approval.
             */
            waived: number;
        };
        /** @description A clause. */
        PackClause: {
            /** @description Controls that carry it. */
            controls: string[];
            /** @description Its id. */
            id: string;
            /** @description Its words. */
            text: string;
        };
        /** @description A control. */
        PackControl: {
            /** @description Rules that enforce it. */
            enforced_by: string[];
            /** @description Its id. */
            id: string;
            /** @description Measures that prove it. */
            measured_by: string[];
            /** @description Its name, if the pack gives one. */
            name?: string | null;
            /** @description Records that do not exist yet. */
            waits_for: string[];
        };
        /** @description A file of a pack. */
        PackFile: {
            /** @description `stages.toml`. */
            name: string;
            /** @description Its text. */
            text: string;
        };
        /** @description A position. */
        PackPosition: {
            /** @description What it is for, in words. */
            duties: string[];
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Kind of record in whose team it is a role. */
            of?: string | null;
            /** @description What it may do. */
            permissions: components["schemas"]["PermissionView"][];
        };
        /** @description A pack's files as sent: the name of a shipped pack, or files of a pack of one's own. */
        PackToPublish: {
            /** @description Its files by name; those of shipped packs are at hand to be extended. */
            files?: components["schemas"]["PackFile"][] | null;
            /** @description Id of the pack; with `files` absent, a shipped one. */
            pack: string;
        };
        /**
         * Format: uuid
         * @description A published version of a policy pack.
         */
        PackVersionId: string;
        /** @description A pack as people read it. */
        PackView: {
            /** @description Controls with what enforces and proves them. */
            controls: components["schemas"]["PackControl"][];
            /** @description Id of the version. */
            id: components["schemas"]["PackVersionId"];
            /** @description Its name. */
            name: string;
            /** @description Id of the pack. */
            pack: string;
            /** @description Its version. */
            pack_version: string;
            /** @description Positions with what they may do. */
            positions: components["schemas"]["PackPosition"][];
            /** @description Regulations with their clauses. */
            regulations: components["schemas"]["RegulationView"][];
            /** @description How many statements of each kind. */
            statements: {
                [key: string]: number;
            };
        };
        /** @description A permission of a position. */
        PermissionView: {
            /** @description The action, `inquiry.*` for all of a record's. */
            action: string;
            /** @description How far it goes. */
            reach: components["schemas"]["Reach"];
            /** @description Under which condition. */
            when?: string | null;
        };
        /** @description A person by name. */
        PersonView: {
            /** @description The member. */
            id: components["schemas"]["MemberId"];
            /** @description The member's name. */
            name: string;
        };
        /** @description What is going to be held. */
        PlanInteraction: {
            contacts?: components["schemas"]["ContactId"][];
            /** @description Aim and outline of questions. */
            content?: string | null;
            customer_id: components["schemas"]["CustomerId"];
            kind: components["schemas"]["InteractionKind"];
            members?: components["schemas"]["MemberId"][];
            /** Format: date-time */
            planned_at: string;
            /** Format: uuid */
            project_id?: string | null;
        };
        /** @description A new milestone. */
        PlanMilestone: {
            /** Format: date */
            due_on?: string | null;
            notes?: string | null;
            owner?: components["schemas"]["MemberId"] | null;
            title: string;
        };
        /** @description A figure of one period. */
        PointView: {
            /** @description The period. */
            period: string;
            /**
             * Format: double
             * @description What it comes to.
             */
            value?: number | null;
        };
        /** @description What the reader may do with packs. */
        PolicyCan: {
            /** @description Put one in force. */
            adopt: boolean;
            /** @description Publish one. */
            publish: boolean;
        };
        /** @description All about packs that a reader may see. */
        PolicyOverview: {
            /** @description What was adopted, newest first. */
            adoptions: components["schemas"]["Adoption"][];
            /** @description What the reader may do. */
            can: components["schemas"]["PolicyCan"];
            /** @description What this program offers. */
            offered: components["schemas"]["OfferedPack"][];
            /** @description What was published, newest first. */
            published: components["schemas"]["PublishedPack"][];
        };
        /** @description A position held. */
        PositionView: {
            department_id?: components["schemas"]["DepartmentId"] | null;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Of the holding, to end it. */
            id: components["schemas"]["HoldingId"];
            /** @description Its name in the reader's language, or the id when no pack in force has it. */
            name: string;
            /** @description Id in the pack. */
            position: string;
            /**
             * Format: date
             * @description First day on which it is held no longer.
             */
            until?: string | null;
        };
        /** @description A problem as RFC 9457 describes it, with our code and all faults. */
        Problem: {
            /** @description A word that never changes. */
            code: string;
            /** @description What is missing or to be done, in the reader's language. */
            detail?: string | null;
            /** @description All that is wrong with what was sent. */
            errors?: components["schemas"]["FieldFault"][];
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description What happened, in the reader's language. */
            title: string;
            /** @description `about:blank#<code>`-like address of the problem's kind. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What the packs say of projects before there is one. */
        ProjectBeginning: {
            /** @description Fields that a new project must have filled, by their name in the request. */
            required: string[];
            /** @description Stages in which projects may stand: those of the pack in force for the caller, then those of others. */
            stages: components["schemas"]["ChoiceView"][];
        };
        /** @description What the actor may do with a project now. */
        ProjectCan: {
            /** @description Permitted actions that its state allows. */
            actions: string[];
            /** @description Stages to which it may be advanced. */
            advance_to: string[];
            /** @description Stages to which it may be sent back. */
            return_to: string[];
            /** @description The next stage, if it may be left out. */
            skip?: string | null;
        };
        /**
         * Format: uuid
         * @description A presales project.
         */
        ProjectId: string;
        /**
         * @description What is sold.
         * @enum {string}
         */
        ProjectKind: "product" | "service" | "integration" | "other";
        /** @description Reasons to choose from, by ending. */
        ProjectReasons: {
            dropped: components["schemas"]["ChoiceView"][];
            lost: components["schemas"]["ChoiceView"][];
            won: components["schemas"]["ChoiceView"][];
            /** @description The pack asks why, also when a deal is won. */
            won_required: boolean;
        };
        /** @description A project in a list. */
        ProjectRow: {
            amount?: components["schemas"]["Money"] | null;
            /** Format: int32 */
            archive_missing: number;
            /** Format: date-time */
            created_at: string;
            customer_id?: components["schemas"]["CustomerId"] | null;
            /** @description What the customer is called. */
            customer_name?: string | null;
            department_id?: components["schemas"]["DepartmentId"] | null;
            /** Format: date */
            expected_sign_on?: string | null;
            /** Format: date */
            first_lead_on: string;
            id: components["schemas"]["ProjectId"];
            /** @description An initiation is approved. */
            initiated: boolean;
            kind: components["schemas"]["ProjectKind"];
            name: string;
            /** @description The stage that follows in its lifecycle, as long as work on it runs. */
            next_stage?: string | null;
            number: string;
            owner?: components["schemas"]["MemberName"] | null;
            /** @description Id of its stage. */
            stage: string;
            /** @description Name of its stage in the reader's language. */
            stage_name: string;
            /** Format: date-time */
            stage_since: string;
            state: components["schemas"]["ProjectState"];
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description Where a project is in its life.
         * @enum {string}
         */
        ProjectState: "active" | "won" | "lost" | "dropped" | "suspended" | "summarised" | "evaluated" | "archived";
        /** @description What happened on a project. */
        ProjectTimeline: {
            /** @description Newest first. */
            items: components["schemas"]["TimelineItem"][];
        };
        /** @description A project's page. */
        ProjectView: components["schemas"]["ProjectRow"] & {
            /** Format: date-time */
            appointed_at?: string | null;
            /** Format: date-time */
            archived_at?: string | null;
            /** Format: date-time */
            baselined_at?: string | null;
            can: components["schemas"]["ProjectCan"];
            customer?: components["schemas"]["Named"] | null;
            /** @description Their values, by id. */
            extra: Record<string, unknown>;
            /** @description Fields that the pack adds. */
            fields: components["schemas"]["FieldView"][];
            goal?: string | null;
            grade?: components["schemas"]["GradeShown"] | null;
            /** Format: date-time */
            initiated_at?: string | null;
            inquiry?: components["schemas"]["Named"] | null;
            lead?: components["schemas"]["Named"] | null;
            /**
             * Format: int32
             * @description Whole hundredths.
             */
            margin_percent?: number | null;
            next_step?: components["schemas"]["NextStep"] | null;
            notes?: string | null;
            /** @description `won`, `lost` or `dropped`. */
            outcome?: string | null;
            previous_id?: components["schemas"]["ProjectId"] | null;
            public_sector: boolean;
            /** @description Id of the reason for which it ended. */
            reason?: string | null;
            /** @description Its name in the reader's language. */
            reason_name?: string | null;
            reason_words?: string | null;
            /** @description Reasons that the pack offers for each ending. */
            reasons: components["schemas"]["ProjectReasons"];
            /** @description The form by which it is reported on at every beat, while work on it runs. */
            report_form?: string | null;
            /** @description `hand`, `inquiry` or `lead`. */
            source: string;
            stages: components["schemas"]["StageView"][];
            team: components["schemas"]["TeamMemberView"][];
            won_amount?: components["schemas"]["Money"] | null;
            /** Format: date */
            won_on?: string | null;
        };
        /** @description It is registered. */
        PublicInquiryRegistered: {
            /** @description By which to ask again. */
            number?: string | null;
        };
        /** @description A published version. */
        PublishedPack: {
            /** @description SHA-256 of its text. */
            hash: string;
            /** @description Id of the version. */
            id: components["schemas"]["PackVersionId"];
            /** @description Its name. */
            name: string;
            /** @description Id of the pack. */
            pack: string;
            /**
             * Format: date-time
             * @description When it was published.
             */
            published_at: string;
            published_by?: components["schemas"]["MemberId"] | null;
            /** @description Its version. */
            version: string;
        };
        /** @description An objection to be raised. */
        RaiseObjection: {
            subject: components["schemas"]["Subject"];
            words: string;
        };
        /**
         * @description How far a permission goes. Each reach holds all before it.
         * @enum {string}
         */
        Reach: "own" | "team" | "department" | "tree" | "company";
        /** @description When it was reached. */
        ReachMilestone: {
            /**
             * Format: date
             * @description Today, if left out.
             */
            on?: string | null;
        };
        /** @description To whom, and why. */
        ReassignInquiry: {
            reason: string;
            to: components["schemas"]["MemberId"];
        };
        /** @description What came in. */
        ReceiveInquiry: {
            channel: components["schemas"]["InquiryChannel"];
            class?: components["schemas"]["InquiryClass"] | null;
            contact_id?: components["schemas"]["ContactId"] | null;
            customer_id?: components["schemas"]["CustomerId"] | null;
            /** @description Fields that packs add, by their id. */
            extra?: Record<string, unknown> | null;
            language?: components["schemas"]["Language"] | null;
            priority?: components["schemas"]["InquiryPriority"] | null;
            question?: string | null;
            /**
             * Format: date-time
             * @description When it reached us, if not now.
             */
            received_at?: string | null;
            sender_company?: string | null;
            sender_email?: string | null;
            sender_name?: string | null;
            sender_phone?: string | null;
            /** @description The beginning of the question, when not given. */
            title?: string | null;
        };
        /** @description What was held. */
        RecordInteraction: {
            contacts?: components["schemas"]["ContactId"][];
            content: string;
            customer_id: components["schemas"]["CustomerId"];
            feedback?: string | null;
            /** Format: date-time */
            happened_at: string;
            /** @description The customer came to us; without an inquiry it counts as not registered. */
            inbound?: boolean;
            inquiry_id?: components["schemas"]["InquiryId"] | null;
            kind: components["schemas"]["InteractionKind"];
            members?: components["schemas"]["MemberId"][];
            needs?: string | null;
            next_action?: string | null;
            planned?: components["schemas"]["InteractionId"] | null;
            /** Format: uuid */
            project_id?: string | null;
            promises?: components["schemas"]["InteractionPromise"][];
        };
        /** @description Why not. */
        Refuse: {
            /** @description What is missing, for whoever did it. */
            reason: string;
        };
        /** @description Why not. */
        RefuseHandover: {
            reason: string;
        };
        /** @description Which inquiry. */
        RegisterInteraction: {
            /** @description Of the same customer, or of nobody known yet. */
            inquiry_id: components["schemas"]["InquiryId"];
        };
        /** @description A regulation. */
        RegulationView: {
            /** @description Its clauses. */
            clauses: components["schemas"]["PackClause"][];
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description An answer. */
        ReplyInquiry: {
            body: string;
            channel?: components["schemas"]["InquiryChannel"] | null;
            /** @description Files of this inquiry that go with it. */
            files?: components["schemas"]["FileId"][];
            /** @description Whether this is the answer to the question; so it is, when not said. */
            is_answer?: boolean | null;
            /** @description Where the answer comes from. */
            source?: string | null;
            subject?: string | null;
        };
        /** @description What verification found. */
        Report: {
            broken?: components["schemas"]["Trouble"] | null;
            /**
             * Format: int64
             * @description Events covered by them.
             */
            events: number;
            /**
             * Format: int64
             * @description Seals read.
             */
            seals: number;
            /**
             * Format: int64
             * @description Events that no seal covers yet.
             */
            unsealed: number;
        };
        /** @description To which earlier stage. */
        ReturnProject: {
            /** @description Id of the stage in the pack. */
            to: string;
        };
        /** @description Which field, and why. */
        RevealContact: {
            field: components["schemas"]["ConfidentialContactField"];
            reason?: string | null;
        };
        /** @description Which field, and why. */
        RevealSender: {
            field: components["schemas"]["SenderField"];
            reason?: string | null;
        };
        /** @description A field in clear. */
        RevealedContact: {
            field: components["schemas"]["ConfidentialContactField"];
            value?: string | null;
        };
        /** @description A field in clear. */
        RevealedSender: {
            field: components["schemas"]["SenderField"];
            value?: string | null;
        };
        /** @description A role that somebody may have in a team. */
        RoleView: {
            /** @description Its id. */
            id: string;
            /** @description Its name, where the pack gives it one. */
            name?: string | null;
        };
        /** @description What a statement is called. */
        RuleName: {
            /** @description Its id within its kind. */
            id: string;
            /** @description `obligation`, `gate`, `form`, … */
            kind: string;
            /** @description Its name in the reader's language. */
            name: string;
        };
        /** @description Names of statements. */
        RuleNames: {
            items: components["schemas"]["RuleName"][];
        };
        /** @description A rule. */
        RuleView: {
            /** @description `obligation:first-reply`. */
            id: string;
            /** @description In the reader's language; the id where the pack gives no name. */
            name: string;
            /** @description Whether the pack has it; false when it was switched off. */
            on: boolean;
        };
        /** @description The seal of a closed archive. */
        SealView: {
            complete: boolean;
            /** @description SHA-256 of the manifest. */
            hash: string;
            /** Format: date-time */
            sealed_at: string;
            sealed_by?: components["schemas"]["MemberName"] | null;
        };
        /** @description Sending back. */
        SendBack: {
            /**
             * Format: int32
             * @description To which earlier step, from 0; without, to whoever asked.
             */
            to_step?: number | null;
            words: string;
        };
        /**
         * @description How whoever asked is reached; shown on request alone.
         * @enum {string}
         */
        SenderField: "sender_email" | "sender_phone";
        /** @description Who is logged in, and what the screen needs to know before anything else. */
        Session: {
            /** @description The company. */
            company: components["schemas"]["SessionCompany"];
            department?: components["schemas"]["DepartmentRef"] | null;
            /** @description Who acts. */
            member: components["schemas"]["SessionMember"];
            on_behalf_of?: components["schemas"]["MemberRef"] | null;
            /** @description Whom one may stand in for now. */
            on_behalf_of_choices: components["schemas"]["MemberRef"][];
            /** @description What may be done at all, sorted; on a record its `can` says more. */
            permissions: string[];
            /** @description Positions whose rights count. */
            positions: string[];
        };
        /** @description What instants and amounts are shown in. */
        SessionCompany: {
            /** @description Home currency. */
            currency: string;
            /** @description Name. */
            name: string;
            /** @description Time zone. */
            zone: string;
        };
        /** @description Who acts. */
        SessionMember: {
            /** @description Who. */
            id: components["schemas"]["MemberId"];
            /** @description Language of the screen. */
            language: string;
            /** @description Name. */
            name: string;
        };
        /** @description A condition: somebody does something until a day. */
        SetCondition: {
            /** Format: date */
            due_on: string;
            owner: components["schemas"]["MemberId"];
            what: string;
        };
        /** @description To whom outside, why, and until when. */
        ShareCustomer: {
            /** @description Confidential fields in clear, as far as the asker may read them. */
            confidential?: boolean;
            /**
             * Format: date
             * @description The last day on which the link can be used.
             */
            ends_on: string;
            reason: string;
            recipient: string;
        };
        /** @description A member's part of a figure. */
        ShareView: {
            member_id?: components["schemas"]["MemberId"] | null;
            /** @description The member's name. */
            member_name?: string | null;
            /**
             * Format: double
             * @description What it comes to.
             */
            value?: number | null;
        };
        /** @description What a link leads to. */
        SharedFile: {
            /** @description Who gives it. */
            company: string;
            /**
             * Format: date-time
             * @description Until when it can be read.
             */
            ends_at?: string | null;
            /** @description To whom it is given. */
            recipient: string;
        };
        /** @description A skill held. */
        SkillView: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: int32
             * @description From 1.
             */
            level: number;
            /** @description Id in the pack. */
            skill: string;
            /**
             * Format: date
             * @description First day on which it holds no longer.
             */
            until?: string | null;
        };
        /** @description Which stage is left out. */
        SkipStage: {
            /** @description Id of the next stage in the pack. */
            stage: string;
        };
        /** @description What stands before a stage. */
        StageGate: {
            /** @description Each thing asked for, met or missing. */
            items: components["schemas"]["GateItem"][];
            /** @description All that is asked is there. */
            met: boolean;
            /** @description The stage to be entered; nothing at the end of the path. */
            to?: string | null;
        };
        /** @description A stage on the bar. */
        StageView: {
            /**
             * Format: date-time
             * @description By when the last stay should end.
             */
            due_at?: string | null;
            /**
             * Format: date-time
             * @description When the last stay began.
             */
            entered_at?: string | null;
            /** @description Its id in the pack. */
            id: string;
            /** @description It was left, or is still held, after its limit. */
            late: boolean;
            /**
             * Format: date-time
             * @description When the last stay ended.
             */
            left_at?: string | null;
            /**
             * Format: int64
             * @description Working days that the last stay may last.
             */
            limit_days?: number | null;
            /** @description Its name in the reader's language. */
            name: string;
            /**
             * Format: int64
             * @description Working days that the last stay has lasted, which is what its limit counts.
             */
            spent_days?: number | null;
            /**
             * Format: int64
             * @description Seconds spent in it over all stays.
             */
            spent_seconds: number;
            /** @description `done`, `skipped`, `current` or `ahead`. */
            state: string;
            /** @description The state of the project in which it lies. */
            within: string;
        };
        /** @description For whom to act. */
        StandIn: {
            member?: components["schemas"]["MemberId"] | null;
        };
        /**
         * @description How a deliverable stands.
         * @enum {string}
         */
        Standing: "present" | "missing" | "later" | "optional" | "not_asked";
        /**
         * @description How far, as answers carry it.
         * @enum {string}
         */
        Status: "bound" | "partly" | "open";
        /**
         * Format: uuid
         * @description A step of it, in one of its rounds.
         */
        StepId: string;
        /** @description A step in one of its rounds. */
        StepView: {
            /** Format: int32 */
            at_least?: number | null;
            /** Format: date-time */
            closed_at?: string | null;
            /** @description Conditions may be set. */
            conditions: boolean;
            deciders: components["schemas"]["DeciderView"][];
            /** Format: date-time */
            due_at?: string | null;
            /** @description The opinion is filed on this form. */
            form?: string | null;
            id: components["schemas"]["StepId"];
            mode: components["schemas"]["ApprovalStepMode"];
            name?: string | null;
            /** Format: date-time */
            opened_at?: string | null;
            /**
             * Format: int32
             * @description Its place, from 0.
             */
            place: number;
            /** Format: int32 */
            round: number;
            state: components["schemas"]["ApprovalStepState"];
        };
        /** @description What an event, an obligation or an approval is about: a kind (`project`) and an id. Lower floors know records only so. */
        Subject: {
            /**
             * Format: uuid
             * @description Id of the record.
             */
            id: string;
            /** @description Name of the kind, as registered by the crate that owns the record. */
            kind: string;
        };
        /** @description A record as lists and requests show it. */
        SubjectView: {
            /** @description Where its page is. */
            address?: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its kind. */
            kind: string;
            /** @description Its human number. */
            number: string;
            /** @description What people call it. */
            title: string;
        };
        /** @description A word to those who decide. */
        SubmitInitiation: {
            note?: string | null;
        };
        /** @description Everything together; each rule counts once, however many controls it serves. */
        SummaryView: {
            /** @description The same of the period before. */
            before: components["schemas"]["OutcomeCounts"];
            /** @description Clauses of the regulations in force. */
            clauses: number;
            /** @description Those whose every control is bound. */
            clauses_bound: number;
            /** @description How many ended how. */
            counts: components["schemas"]["OutcomeCounts"];
            /**
             * Format: double
             * @description Compliance.
             */
            percent?: number | null;
        };
        /**
         * Format: uuid
         * @description A question put to a customer.
         */
        SurveyId: string;
        /** @description A link to hand over, shown once. */
        SurveyLink: {
            /**
             * Format: date-time
             * @description Until when it is good.
             */
            expires_at: string;
            /** @description Address of the form. */
            link: string;
        };
        /**
         * @description Where it is.
         * @enum {string}
         */
        SurveyState: "sent" | "unaddressed" | "answered";
        /** @description A question put to a customer. */
        SurveyView: {
            /** Format: date-time */
            answered_at?: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            form: string;
            id: components["schemas"]["SurveyId"];
            /**
             * Format: int64
             * @description Of a hundred.
             */
            score?: number | null;
            state: components["schemas"]["SurveyState"];
            subject: components["schemas"]["Subject"];
            /** Format: int64 */
            version: number;
        };
        /**
         * Format: uuid
         * @description A piece of work in a project's plan.
         */
        TaskId: string;
        /**
         * @description Where a task is.
         * @enum {string}
         */
        TaskState: "open" | "done" | "cancelled";
        /** @description A task. */
        TaskView: {
            /** @description Permitted actions that its state allows. */
            can: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            done_at?: string | null;
            /** Format: date */
            due_on?: string | null;
            id: components["schemas"]["TaskId"];
            milestone_id?: components["schemas"]["MilestoneId"] | null;
            notes?: string | null;
            number: string;
            /** @description Open past its day. */
            overdue: boolean;
            owner?: components["schemas"]["MemberName"] | null;
            project_id: components["schemas"]["ProjectId"];
            /** @description What it needs, in words. */
            resources?: string | null;
            state: components["schemas"]["TaskState"];
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Tasks of a project. */
        Tasks: {
            /** @description In the order in which they are due. */
            items: components["schemas"]["TaskView"][];
        };
        /** @description Who is or was in a team. */
        Team: {
            /** @description In the order of joining. */
            items: components["schemas"]["TeamMemberView"][];
            /** @description Roles that somebody may be given in it. */
            roles: components["schemas"]["RoleView"][];
        };
        /** @description One line of an appointment, or somebody who joins. */
        TeamLine: {
            /** @description What this person answers for. */
            duty?: string | null;
            member: components["schemas"]["MemberId"];
            /** @description A role of the house or a position of the pack with `of = "project"`. */
            role: string;
        };
        /**
         * Format: uuid
         * @description A member's place in a project's team, from one day to another.
         */
        TeamMemberId: string;
        /** @description Somebody in the team. */
        TeamMemberView: {
            /** @description What this person answers for. */
            duty?: string | null;
            /** Format: date-time */
            from_at: string;
            id: components["schemas"]["TeamMemberId"];
            member: components["schemas"]["MemberName"];
            /** @description Id of the role. */
            role: string;
            /** @description Name of the role, where the pack gives it one. */
            role_name?: string | null;
            /** Format: date-time */
            until_at?: string | null;
        };
        /** @description An event as a timeline shows it. */
        TimelineItem: {
            /** @description Its facts. */
            facts: unknown;
            /**
             * Format: date-time
             * @description When it happened.
             */
            happened_at: string;
            /** @description The event. */
            id: components["schemas"]["EventId"];
            member_id?: components["schemas"]["MemberId"] | null;
            /** @description That member's name. */
            member_name?: string | null;
            /** @description What happened, `project.advanced`. */
            name: string;
            on_behalf_of?: components["schemas"]["MemberId"] | null;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            recorded_at: string;
            /** @description To which record. */
            subject: components["schemas"]["Subject"];
        };
        /** @description To whom. */
        ToMember: {
            member: components["schemas"]["MemberId"];
            words?: string | null;
        };
        /** @description How many there are: exact up to 10,000. */
        Total: {
            /**
             * Format: int64
             * @description The number, or 10,000.
             */
            count: number;
            /** @description Whether it is exact; if not, there are more. */
            exact: boolean;
        };
        /** @description To whom a customer goes. */
        TransferCustomer: {
            reason: string;
            to: components["schemas"]["MemberId"];
        };
        /** @description To whom a project goes, and why. */
        TransferProject: {
            reason: string;
            to: components["schemas"]["MemberId"];
        };
        /** @description A control in one period. */
        TrendPoint: {
            /** @description The period. */
            period: string;
            /** @description What it came to. */
            total: components["schemas"]["Cell"];
        };
        /** @description The first thing wrong. */
        Trouble: {
            /** @description The event, if one is known. */
            event?: string | null;
            /**
             * Format: int64
             * @description Number of the seal.
             */
            seal: number;
            /** @description `event-changed`, `event-missing`, `seal-changed`, `chain-broken`, `copy-differs`, `cut-off` or `event-uncovered`. */
            what: string;
        };
        /** @description A project that should have been applied for. */
        UninitiatedProject: components["schemas"]["ProjectRow"] & {
            /** @description The stage that the gate stands before. */
            before: string;
            /**
             * Format: int64
             * @description Days since the customer first spoke of it.
             */
            days_since_lead: number;
            /** @description The gate that asks for it. */
            gate: string;
        };
        /** @description Projects that should have been applied for. */
        UninitiatedProjects: {
            /** @description The oldest lead first. */
            items: components["schemas"]["UninitiatedProject"][];
            next?: components["schemas"]["ProjectId"] | null;
        };
        /** @description What changes; absent is unchanged, null is emptied. */
        UpdateInitiation: {
            budget?: components["schemas"]["Money"] | null;
            note?: string | null;
        };
        /** @description What changes; absent is unchanged, null is emptied. */
        UpdateMilestone: {
            /** Format: date */
            due_on?: string | null;
            notes?: string | null;
            owner?: components["schemas"]["MemberId"] | null;
            title?: string | null;
        };
        /** @description What changes; absent is unchanged, null is emptied. */
        UpdateProject: {
            amount?: components["schemas"]["Money"] | null;
            customer?: components["schemas"]["CustomerId"] | null;
            /** Format: date */
            expected_sign_on?: string | null;
            /** @description Fields that packs add, by their id; `null` removes one. */
            extra?: Record<string, unknown>;
            /** Format: date */
            first_lead_on?: string;
            goal?: string | null;
            kind?: components["schemas"]["ProjectKind"];
            /** Format: int32 */
            margin_percent?: number | null;
            name?: string;
            notes?: string | null;
            public_sector?: boolean;
        };
        /** @description What changes; absent is unchanged, null is emptied. */
        UpdateTask: {
            /** Format: date */
            due_on?: string | null;
            milestone?: components["schemas"]["MilestoneId"] | null;
            notes?: string | null;
            resources?: string | null;
            title?: string | null;
        };
        /** @description A file to attach. */
        UploadForm: {
            /**
             * Format: binary
             * @description The bytes; after the other two.
             */
            file: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            subject_id: string;
            /** @description Kind of the record. */
            subject_kind: string;
        };
        /** @description A position that nobody holds. */
        VacantPosition: {
            /** @description Its id in the pack. */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description What a member wants by mail; all of it. Escalations always come at once. */
        WantMail: {
            /**
             * Format: int32
             * @description Hour of the day's summary; null: none.
             */
            digest_hour?: number | null;
            notice: components["schemas"]["MailWhen"];
            overdue: components["schemas"]["MailWhen"];
            /**
             * Format: int32
             * @description Rest of one's own; both or neither.
             */
            quiet_from?: number | null;
            /** Format: int32 */
            quiet_until?: number | null;
            warning: components["schemas"]["MailWhen"];
            /** @description Mails in working time alone. */
            working_time: boolean;
        };
        /**
         * @description What became of an obligation.
         * @enum {string}
         */
        WhatBecame: "opened" | "due_moved" | "ended" | "fulfilled" | "reassigned";
        /** @description What was signed, and when. */
        WinProject: {
            amount: components["schemas"]["Money"];
            /** @description One of the reasons that the project's pack offers for winning. */
            reason?: string | null;
            /** Format: date */
            signed_on: string;
            /** @description The same in words. */
            words?: string | null;
        };
        /** @description A reason that must be given. */
        WithWords: {
            words: string;
        };
        /** @description A reason that may be given. */
        Withdraw: {
            words?: string | null;
        };
        /** @description What its reader looks after. */
        Workbench: {
            /** @description What waits for their decision, the earliest asked first. */
            approvals: components["schemas"]["ApprovalView"][];
            /** @description Open inquiries of theirs, as the crate that owns them shows them. */
            inquiries: Record<string, unknown>[];
            /** @description What they owe by due time. */
            obligations: components["schemas"]["ObligationView"][];
            /** @description Projects of theirs, as the crate that owns them shows them. */
            projects: Record<string, unknown>[];
            totals: components["schemas"]["WorkbenchTotals"];
        };
        /** @description How many of each there are, on the page or not: the rest is in the lists. */
        WorkbenchTotals: {
            /** Format: int64 */
            approvals: number;
            /** Format: int64 */
            inquiries: number;
            /** Format: int64 */
            obligations: number;
            /** Format: int64 */
            projects: number;
        };
    };
    responses: {
        /** @description The body is no JSON, or `If-Match` is no version. Codes: `not-json`, `bad-if-match`. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "not-json",
                 *       "status": 400,
                 *       "title": "The body is no JSON",
                 *       "type": "/problems/not-json"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The permission is missing, or the request comes from another site's page. Codes: `forbidden`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "forbidden",
                 *       "status": 403,
                 *       "title": "The permission is missing",
                 *       "type": "/problems/forbidden"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The link was used already or has run out. Codes: `link-closed`. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "link-closed",
                 *       "status": 410,
                 *       "title": "The link was used already or has run out.",
                 *       "type": "/problems/link-closed"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was sent is wrong; `errors` names every fault with its place. Codes: `invalid`, `key-reused`. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "invalid",
                 *       "status": 422,
                 *       "title": "What was sent is wrong",
                 *       "type": "/problems/invalid"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such record, or none that one may see. Codes: `not-found`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "not-found",
                 *       "status": 404,
                 *       "title": "There is no such record",
                 *       "type": "/problems/not-found"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A change names the version that it was made on in `If-Match`. Codes: `precondition-required`. */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "precondition-required",
                 *       "status": 428,
                 *       "title": "A change names the version that it was made on in `If-Match`.",
                 *       "type": "/problems/precondition-required"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rule refuses; `code` names it (`gate-not-met` with all `items` of the gate; `try-again` when two writers met), `title` says it in the reader's language. Nothing was written. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "gate-not-met",
                 *       "status": 409,
                 *       "title": "A rule refuses",
                 *       "type": "/problems/gate-not-met"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record has changed since the version in `If-Match`. Codes: `stale`. */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "stale",
                 *       "status": 412,
                 *       "title": "The record has changed since the version in `If-Match`.",
                 *       "type": "/problems/stale"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than allowed. Codes: `too-large`. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "too-large",
                 *       "status": 413,
                 *       "title": "The body is larger than allowed.",
                 *       "type": "/problems/too-large"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many tries; ask again after Retry-After seconds. Codes: `too-many-requests`. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "too-many-requests",
                 *       "status": 429,
                 *       "title": "Too many tries",
                 *       "type": "/problems/too-many-requests"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is logged in. Codes: `unauthenticated`. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "unauthenticated",
                 *       "status": 401,
                 *       "title": "Nobody is logged in.",
                 *       "type": "/problems/unauthenticated"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database cannot be reached at the moment; nothing was changed. Ask again after Retry-After seconds. Codes: `unavailable`. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "unavailable",
                 *       "status": 503,
                 *       "title": "The database cannot be reached at the moment",
                 *       "type": "/problems/unavailable"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another media type. Codes: `wrong-media-type`. */
        WrongMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "wrong-media-type",
                 *       "status": 415,
                 *       "title": "The body is of another media type.",
                 *       "type": "/problems/wrong-media-type"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The file's name. */
        "Content-Disposition": string;
        /** @description The record's version, to be sent back in `If-Match`. */
        ETag: string;
        /** @description Seconds to wait. */
        "Retry-After": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "approval.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ApprovalView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.add_signer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approve"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.hand_over": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithWords"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.return": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBack"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "approval.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdraw"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "calendar.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "calendar.share": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "calendar.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "company.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "company.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "control.list": {
        parameters: {
            query?: {
                /** @description `2026-03`, `2026-Q1`, …; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplianceView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "control.clauses": {
        parameters: {
            query?: {
                /** @description `2026-03`, `2026-Q1`, …; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "controls": [
                     *           {
                     *             "id": "…",
                     *             "lacks": [
                     *               {
                     *                 "code": "required",
                     *                 "what": "…"
                     *               }
                     *             ],
                     *             "name": "南湖水务有限公司",
                     *             "percent": 0.5,
                     *             "state": "bound"
                     *           }
                     *         ],
                     *         "id": "…",
                     *         "percent": 0.5,
                     *         "regulation": "…",
                     *         "regulation_name": "…",
                     *         "state": "bound",
                     *         "text": "按两条产线的负荷选型"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ClauseView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "control.get": {
        parameters: {
            query?: {
                /** @description `2026-03`, `2026-Q1`, …; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "control.records": {
        parameters: {
            query?: {
                /** @description `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
                /** @description This member alone. */
                member?: components["schemas"]["MemberId"];
                /** @description Those of this outcome alone. */
                outcome?: components["schemas"]["MeasureOutcome"];
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_EntryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "control.all_records": {
        parameters: {
            query?: {
                /** @description `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
                /** @description This member alone. */
                member?: components["schemas"]["MemberId"];
                /** @description Those of this outcome alone. */
                outcome?: components["schemas"]["MeasureOutcome"];
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_EntryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.erase": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.reveal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealContact"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedContact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.unarchive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomer"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.duplicates": {
        parameters: {
            query?: {
                name?: string;
                credit_code?: string;
                phone?: string;
                email?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDuplicates"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.export": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportCustomers"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.twins": {
        parameters: {
            query?: {
                /** @description By what customers are taken for the same; by name unless said otherwise. */
                by?: "name" | "short_name" | "phone" | "mail_domain";
                /** @description Where the page before ended: its `next`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerTwinPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.absorbed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0195a0d2-8c00-7000-8000-000000000001",
                     *         "name": "南湖水务有限公司",
                     *         "number": "PRJ-2026-0001"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AbsorbedCustomer"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contacts"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "contact.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChanges"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.merge_preview": {
        parameters: {
            query: {
                /** @description The file that goes on. */
                into: components["schemas"]["CustomerId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerMergePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.merge": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.share": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareCustomer"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.timeline": {
        parameters: {
            query?: {
                /** @description Where the page before ended. */
                cursor?: components["schemas"]["EventId"];
                /** @description Events on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_TimelineItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.transfer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.unarchive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "customer.unmerge": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "department.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_DepartmentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "department.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepartment"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "department.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "department.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "department.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.look_up": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_DirectoryEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "event.follow": {
        parameters: {
            query?: {
                /** @description The `last` that one was told; the header `Last-Event-ID` says the same and goes before. */
                after?: components["schemas"]["EventId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveNews"];
                    /** @example … */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "gate.exempt": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Exempt"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedExemptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "export_run.list": {
        parameters: {
            query?: {
                /** @description Those about this one customer. */
                customer_id?: components["schemas"]["CustomerId"];
                /** @description Where the page before ended: its `next`. */
                cursor?: components["schemas"]["ExportRunId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ExportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "export_run.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ExportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "export_run.download": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ExportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "export_run.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ExportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "export_run.make": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ExportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportRunMade"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "fault.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Faults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "field.list": {
        parameters: {
            query: {
                /** @description Kind of record: `inquiry`. */
                subject_kind: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraFields"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "file.list": {
        parameters: {
            query: {
                /** @description Kind of the record. */
                subject_kind: string;
                /** @description Its id. */
                subject_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "created_at": "2026-03-02T01:00:00Z",
                     *         "id": "0195a0d2-8c00-7000-8000-000000000001",
                     *         "media_type": "application/pdf",
                     *         "name": "南湖水务有限公司",
                     *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *         "size": 20480,
                     *         "subject": {
                     *           "id": "0195a0d2-8c00-7000-8000-000000000001",
                     *           "kind": "project"
                     *         },
                     *         "uploaded_by": "0195a0d2-8c00-7000-8000-000000000001"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["FileView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "file.upload": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "file.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "file.download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "form.list": {
        parameters: {
            query: {
                subject_kind: string;
                subject_id: string;
                /** @description Sheets of this form alone. */
                form?: string;
                /** @description Sheets before this one: `next` of the page before. */
                before?: components["schemas"]["FilingId"];
                /** @description Sheets on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "form.file": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileSheet"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "form.read_filing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["FilingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "form.read": {
        parameters: {
            query: {
                subject_kind: string;
                subject_id: string;
            };
            header?: never;
            path: {
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "gate.items": {
        parameters: {
            query: {
                subject_kind: string;
                subject_id: string;
                /** @description `stage:solution`, `leave:research`, `project.advance`, `project.update:budget`. */
                point: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateItems"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "grading.list": {
        parameters: {
            query: {
                subject_kind: string;
                subject_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grades"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "handover.list": {
        parameters: {
            query?: {
                state?: components["schemas"]["HandoverState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handovers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "handover.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "handover.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptHandover"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "handover.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseHandover"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "holiday.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "holiday.load": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolidaysToLoad"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadedHolidays"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.upload": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "fields": [
                     *           {
                     *             "label": "…",
                     *             "name": "南湖水务有限公司",
                     *             "required": true,
                     *             "shape": "…"
                     *           }
                     *         ],
                     *         "kind": "project"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ImportKindView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.check": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.failed_rows": {
        parameters: {
            query?: {
                /** @description A workbook, unless text is asked for. More than 20,000 rows come as text. */
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.map": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapImport"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.rows": {
        parameters: {
            query?: {
                /** @description Those of this outcome alone. */
                outcome?: components["schemas"]["ImportOutcome"];
                /** @description Where the page before ended: its `next`. */
                cursor?: number;
                /** @description Rows on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ImportRowView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.start": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "import_run.undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ImportRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "initiation.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InitiationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "initiation.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["InitiationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateInitiation"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "initiation.submit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InitiationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitInitiation"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "initiation.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InitiationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.receive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveInquiry"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InquiryChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.assess": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.assign": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.candidates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentProposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.classify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassifyInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.closing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryClosing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.follow_up": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "handover.of_inquiry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handovers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "handover.offer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferHandover"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.match": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "message.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryMessages"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.hear": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearMessage"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.reassign": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.reopen": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.reply": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyInquiry"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.reveal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealSender"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedSender"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.take": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.timeline": {
        parameters: {
            query?: {
                /** @description Where the page before ended. */
                cursor?: components["schemas"]["EventId"];
                /** @description Events on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryTimeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "inquiry.wait": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InquiryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InquiryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "interaction.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_InteractionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "interaction.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordInteraction"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "interaction.plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanInteraction"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "interaction.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "interaction.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelInteraction"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "interaction.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterInteraction"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "job.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_JobView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "job.retry": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLead"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.contact": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.discard": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardLead"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "lead.qualify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "ledger.verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "mail.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSetting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "mail.want": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSetting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "measure.list": {
        parameters: {
            query?: {
                /** @description `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
                /** @description This member alone. */
                member?: components["schemas"]["MemberId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "…",
                     *         "lower_is_better": true,
                     *         "name": "南湖水务有限公司",
                     *         "period": "…",
                     *         "unit": "…",
                     *         "value": 0.5
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["FigureView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "measure.get": {
        parameters: {
            query?: {
                /** @description `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
                /** @description This member alone. */
                member?: components["schemas"]["MemberId"];
            };
            header?: never;
            path: {
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigurePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "measure.records": {
        parameters: {
            query?: {
                /** @description `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent. */
                period?: string;
                /** @description This department and those below. */
                department?: components["schemas"]["DepartmentId"];
                /** @description This member alone. */
                member?: components["schemas"]["MemberId"];
                /** @description Those of this outcome alone. */
                outcome?: components["schemas"]["MeasureOutcome"];
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_EntryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_MemberRow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMember"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "absence.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "absence.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
                absence: components["schemas"]["AbsenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.deactivate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "delegation.give": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "delegation.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
                delegation: components["schemas"]["DelegationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.erase": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.reset_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "position.assign": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPosition"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "position.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
                holding: components["schemas"]["HoldingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.reactivate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.end_sessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "member.end_session": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "skill.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSkill"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "milestone.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["MilestoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "milestone.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["MilestoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMilestone"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "milestone.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MilestoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "milestone.reach": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["MilestoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReachMilestone"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "notification.list": {
        parameters: {
            query?: {
                /** @description Only those not read. */
                unread?: boolean;
                /** @description The last one of the page before. */
                cursor?: components["schemas"]["NotificationId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "notification.read_all": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeftToRead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "notification.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "objection.list": {
        parameters: {
            query: {
                subject_kind: string;
                subject_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objections"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "objection.raise": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseObjection"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objections"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "objection.answer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObjectionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerObjection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objections"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "objection.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObjectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objections"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ObligationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ObligationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.complete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObligationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Complete"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.hand_over": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObligationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObligationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refuse"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.take": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObligationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "obligation.waive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ObligationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithWords"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "policy.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "policy.publish": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackToPublish"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "policy.check": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackToPublish"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedPack"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "policy.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PackVersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "policy.adopt": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["PackVersionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptPack"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdoptedPack"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "policy.migrate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["PackVersionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Migrate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedPortion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "position.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_Offered"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.list": {
        parameters: {
            query?: {
                /** @description JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`. */
                filter?: string;
                /** @description Fields to sort by, `-` before one that falls: `-amount,number`. */
                sort?: string;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Records on the page, at most 200. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ProjectRow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProject"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.beginning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectBeginning"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.board": {
        parameters: {
            query?: {
                /** @description As in the list of projects. */
                filter?: string;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.uninitiated": {
        parameters: {
            query?: {
                /** @description Projects after this one: `next` of the page before. */
                after?: components["schemas"]["ProjectId"];
                /** @description Projects on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UninitiatedProjects"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.advance": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.appoint": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointTeam"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.read_archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.archive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.file_deliverable": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileDeliverable"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveItemView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.verify_archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.baseline_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestones"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.drop": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.dynamic_items": {
        parameters: {
            query?: {
                /** @description News before this one: `next` of the page before. */
                before?: components["schemas"]["DynamicItemId"];
                /** @description News on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DynamicItems"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.file_dynamic_item": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileDynamicItem"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.evaluate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.gate": {
        parameters: {
            query?: {
                /** @description Id of the stage to be entered; the one that follows, if left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageGate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "initiation.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Initiations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "initiation.draft": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftInitiation"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.lose": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "milestone.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestones"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "milestone.plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanMilestone"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.return": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.skip": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipStage"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.summarise": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.suspend": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tasks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTask"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.team": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.change_member": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamLine"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.end_member": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
                place: components["schemas"]["TeamMemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.timeline": {
        parameters: {
            query?: {
                /** @description Events before this one. */
                before?: components["schemas"]["EventId"];
                /** @description Events on the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectTimeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.transfer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "project.win": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WinProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "public.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "text/calendar": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "form.read_public": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormView"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "form.answer_public": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerSheet"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "public.inquiry": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskPublicly"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicInquiryRegistered"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "public.shared": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedFile"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "public.open_shared": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "rate.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_ExchangeRate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "rate.enter": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterRate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "rule.names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleNames"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "session.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "session.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "session.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "session.choose_language": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseLanguage"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "session.change_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "session.stand_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    "skill.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_Offered"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "survey.list": {
        parameters: {
            query: {
                /** @description Kind of the record. */
                subject_kind: string;
                /** @description Its id. */
                subject_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "answered_at": "2026-03-02T01:00:00Z",
                     *         "created_at": "2026-03-02T01:00:00Z",
                     *         "expires_at": "2026-03-02T01:00:00Z",
                     *         "form": "weekly-report",
                     *         "id": "0195a0d2-8c00-7000-8000-000000000001",
                     *         "score": 1,
                     *         "state": "sent",
                     *         "subject": {
                     *           "id": "0195a0d2-8c00-7000-8000-000000000001",
                     *           "kind": "project"
                     *         },
                     *         "version": 3
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["SurveyView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "survey.link": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["SurveyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTask"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.assign": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTask"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "task.complete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is answered once and done once; kept 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The version that the change was made on, as the ETag of the record. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    "workbench.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workbench"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
}
