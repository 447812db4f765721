package org.afterfusion.api;

/** Examples for the OpenAPI document; a test posts the reports and compares the answers. */
final class Examples {

    static final String INFECTION_REPORT = """
            {
              "patient": { "ageYears": 58, "sex": "female", "bmi": 31.5 },
              "surgery": { "daysAgo": 16, "approach": "posterior", "levelsFused": 2, "fusedToSacrum": true },
              "symptomsStartedDaysAgo": 2,
              "findings": [
                { "id": "temperature", "value": 38.6 },
                { "id": "wound-drainage", "choice": "cloudy" },
                { "id": "back-pain-worse-again", "presence": "present" },
                { "id": "saddle-numbness", "presence": "absent" },
                { "id": "new-leg-weakness", "presence": "absent" },
                { "id": "diabetes", "presence": "present", "sinceBeforeSurgery": true }
              ],
              "reportedBy": "patient"
            }
            """;

    static final String SHORT_REPORT = """
            {
              "surgery": { "daysAgo": 5 },
              "findings": [ { "id": "shooting-electric", "presence": "present" } ]
            }
            """;

    static final String INFECTION_ANSWER = "{}";

    static final String INVALID_REPORT = "{}";

    private Examples() {}
}
