package org.springframework.security.core;

import java.io.Serializable;
import java.security.Principal;

/** Of Spring Security, which Jenkins brings along; named here because signatures of Jenkins name it. */
public interface Authentication extends Principal, Serializable {}
