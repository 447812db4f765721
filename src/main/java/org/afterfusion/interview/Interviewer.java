package org.afterfusion.interview;

import org.afterfusion.interview.Interview.Because;
import org.afterfusion.triage.InterviewPlan;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;

/**
 * Says what to ask next. Pure and thread-safe: the same report always gives the same screen, whatever the order of its findings.
 *
 * <ol>
 *   <li><b>Life and limb.</b> As long as an emergency is possible, the screens that could show it, in the order of the plan.
 *   <li><b>The level.</b> Then every other question whose answer could change the level, the most likely to do so first.
 *   <li><b>The causes.</b> Then the screens expected to move the shares of the causes most, as long as they tell enough.
 * </ol>
 *
 * <p><b>What is guaranteed.</b> The first two are cut short by nothing but a call for the ambulance. So when an interview is done, no
 * answers to what it could still have asked would make a red flag ask for a higher level, and none would let red flags ask for less. A
 * likely cause may ask for more than the red flags do. One that is near the share it needs is asked about first, but what the
 * answers left out would have done to one that is far from it is not guaranteed.
 */
public final class Interviewer {

    private final TriageEngine engine;
    private final InterviewPlan plan;

    public Interviewer(TriageEngine engine) {
        this.engine = engine;
        plan = engine.knowledge().interview();
    }

    /**
     * Returns where the interview stands after a report, whose findings may be empty.
     *
     * @throws IllegalArgumentException if the report names a finding or choice that the knowledge base does not hold
     */
    public Interview after(SymptomReport report) {
        var situation = new Situation(plan, engine.prospects(report), report);
        if (situation.level() == Urgency.EMERGENCY_AMBULANCE) {
            return situation.done(Because.AMBULANCE);
        }
        var emergency = situation.first(situation::couldBringEmergency);
        if (emergency != null) {
            return situation.on(emergency, situation::couldBringEmergency, Because.SAFETY_QUESTION_OPEN);
        }
        var raising = situation.best(situation::couldRaise);
        if (raising != null) {
            return situation.on(raising, situation::couldRaise, Because.SAFETY_QUESTION_OPEN);
        }
        var lowering = situation.best(situation::couldLower);
        if (lowering != null) {
            return situation.on(lowering, situation::couldLower, Because.LEVEL_UNCLEAR);
        }
        return situation.level() == Urgency.EMERGENCY ? situation.done(Because.EMERGENCY) : aboutCauses(situation);
    }

    private Interview aboutCauses(Situation situation) {
        var telling = situation.best(finding -> true);
        if (telling == null) {
            return situation.done(Because.NOTHING_LEFT);
        }
        if (situation.worth(telling) < plan.method().enough()) {
            return situation.done(Because.ENOUGH);
        }
        return situation.screensSeen() < mostScreens(situation)
                ? situation.on(telling, finding -> true, Because.CAUSE_UNCLEAR)
                : situation.done(Because.LIMIT);
    }

    private int mostScreens(Situation situation) {
        var method = plan.method();
        return situation.hangsOnAHarmlessCause() ? method.mostBeforeReassuring() : method.mostScreens();
    }
}
