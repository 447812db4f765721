package org.afterfusion.boot;

import java.io.InputStream;

/** What lies beside the classes. */
final class Resources {

    private Resources() {}

    /** @throws IllegalStateException if there is none of this path */
    static InputStream open(String path) {
        var resource = Resources.class.getResourceAsStream(path);
        if (resource == null) {
            throw new IllegalStateException("no " + path + " on the class path");
        }
        return resource;
    }
}
