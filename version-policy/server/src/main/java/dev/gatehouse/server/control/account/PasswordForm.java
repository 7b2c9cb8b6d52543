package dev.gatehouse.server.control.account;

/** A way to keep passwords, as one text that says how it was made. */
interface PasswordForm {
    /** Fewest characters of a password that is kept so. */
    int shortest();

    String keep(String password, byte[] salt);

    /** Whether this text is of this form. */
    boolean reads(String kept);

    /** Whether a text of this form keeps that password. */
    boolean isRight(String password, String kept);
}
