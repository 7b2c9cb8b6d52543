package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.account.Session;
import dev.gatehouse.server.control.room.Person;

/** Somebody who is signed in at a browser. */
record Visitor(Session session, Person person, String formToken) {}
