package org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists;

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@java.lang.annotation.Target({
    java.lang.annotation.ElementType.METHOD,
    java.lang.annotation.ElementType.CONSTRUCTOR,
    java.lang.annotation.ElementType.FIELD
})
public @interface Whitelisted {
    boolean restricted() default false;
}
