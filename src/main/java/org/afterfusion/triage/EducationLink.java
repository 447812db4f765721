package org.afterfusion.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page on the web that explains a cause in plain words.
 *
 * @param general fits every cause
 * @param seen whether anybody of the project read the page; an unseen page is never shown in an emergency
 * @param caution what to know before showing it
 */
public record EducationLink(
        String id,
        String title,
        String publisher,
        String url,
        String language,
        List<String> causes,
        boolean general,
        String readingLevel,
        Seen seen,
        @Nullable Text caution) {

    public enum Seen {
        READ,
        PARTLY,
        UNREAD
    }
}
