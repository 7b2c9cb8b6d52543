package hudson;

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@java.lang.annotation.Target({
    java.lang.annotation.ElementType.TYPE,
    java.lang.annotation.ElementType.FIELD,
    java.lang.annotation.ElementType.METHOD
})
@net.java.sezpoz.Indexable
public @interface Extension {
    double ordinal() default 0;

    boolean optional() default false;
}
