package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;

/** A page for somebody who is signed in. */
@FunctionalInterface
interface Screen {
    Reply answer(Request request, Visitor visitor);
}
