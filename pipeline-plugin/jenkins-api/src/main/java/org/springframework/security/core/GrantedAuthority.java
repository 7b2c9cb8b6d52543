package org.springframework.security.core;

import java.io.Serializable;

/** Of Spring Security, which Jenkins brings along: a group that somebody is in. */
public interface GrantedAuthority extends Serializable {
    String getAuthority();
}
