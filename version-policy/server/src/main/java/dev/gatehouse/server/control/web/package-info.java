/**
 * Requests with a body, replies, routes and the safety fields of every answer, on Vert.x. Knows neither accounts nor
 * releases; what is called here may block, since it runs on worker threads.
 */
@NullMarked
package dev.gatehouse.server.control.web;

import org.jspecify.annotations.NullMarked;
