package dev.gatehouse.server.control.api;

import dev.gatehouse.server.control.room.Person;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;

/** What an operation of the document does for somebody who is known. */
@FunctionalInterface
interface Operation {
    Reply answer(Request request, Person person);
}
