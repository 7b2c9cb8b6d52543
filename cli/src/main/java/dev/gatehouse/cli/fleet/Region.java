package dev.gatehouse.cli.fleet;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;

/**
 * One deployment of the server.
 *
 * @param address its version endpoint, answered with JSON or with the version as plain text
 * @param pointer where the version is in the JSON (RFC 6901)
 */
record Region(String name, URI address, JsonPointer pointer) {}
