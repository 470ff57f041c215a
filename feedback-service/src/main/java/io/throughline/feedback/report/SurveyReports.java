package io.throughline.feedback.report;

import static io.throughline.feedback.report.Asked.finding;
import static io.throughline.feedback.report.Section.Unit.SHARE;
import static io.throughline.feedback.report.Section.Unit.SHARE_DIFFERENCE;

import io.throughline.feedback.domain.finding.AnswerFindings;
import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import io.throughline.feedback.domain.statistics.Proportions;
import io.throughline.feedback.readmodel.Measures.Part;
import io.throughline.feedback.report.Definition.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What customers say, and what staff believe that they say: {@code survey.answered} with question and answer. */
@ApplicationScoped
class SurveyReports {

    /** Question codes to which surveys published answers. */
    private static final String NEEDS = "digital-channel-needs";

    private static final String PREFERRED = "preferred-channel";
    private static final String NO_ANSWER = "Nobody answered a question with answers to choose from in this span.";

    /** A share that a survey published of those asked. */
    private record Published(String respondent, String answer, double share, String finding) {}

    private static final List<Published> NEEDED = List.of(
            new Published(AnswerFindings.CUSTOMER, "solves-issue", 0.41, "41 % of customers: solves the issue"),
            new Published(AnswerFindings.CUSTOMER, "efficient", 0.10, "10 % of customers: efficient"),
            new Published(AnswerFindings.CUSTOMER, "understands-me", 0.09, "9 % of customers: understands me"),
            new Published(AnswerFindings.STAFF, "efficient", 0.24, "24 % of staff: efficient"),
            new Published(AnswerFindings.STAFF, "solves-issue", 0.15, "15 % of staff: solves the issue"),
            new Published(AnswerFindings.STAFF, "clear-terms", 0.11, "11 % of staff: clear terms"));

    private static final List<Published> STATED = List.of(
            new Published(AnswerFindings.CUSTOMER, "digital", 0.51, "51 % of consumers prefer digital"),
            new Published(AnswerFindings.CUSTOMER, "both", 0.32, "32 % of consumers prefer both"),
            new Published(AnswerFindings.CUSTOMER, "person", 0.18, "18 % of consumers prefer in person"),
            new Published(AnswerFindings.STAFF, "digital", 0.39, "39 % of leaders plan digital"),
            new Published(AnswerFindings.STAFF, "both", 0.50, "50 % of leaders plan both"),
            new Published(AnswerFindings.STAFF, "person", 0.11, "11 % of leaders plan in person"));

    private final Figures figures;

    SurveyReports(Figures figures) {
        this.figures = figures;
    }

    List<Definition> all() {
        return List.of(perceptionGap(), preference());
    }

    private Definition perceptionGap() {
        return new Definition(
                "perception-gap",
                "What do customers need, and what does staff believe that they need?",
                List.of(
                        Surveys.hkace(
                                "customers need from digital channels: solves the issue 41 %, efficient 10 %,"
                                        + " understands me 9 %",
                                null, null),
                        Surveys.hkace(
                                "staff believe: efficient 24 %, solves the issue 15 %, clear terms 11 %", null, null),
                        Surveys.copc(
                                "customers want fair and honest treatment; companies do not see that",
                                null,
                                "no figures were published")),
                span -> {
                    var asked = needs(answers("answers", "Answers by question and respondent, with their rank"));
                    var parts = figures.parts(span, asked);
                    return Content.of(ranked(figures.shares(span, asked)), gaps(parts));
                });
    }

    private Definition preference() {
        return new Definition(
                "preference",
                "Which channels do customers say that they prefer, which do they use, and what does the company plan?",
                List.of(Surveys.moxtra(
                        "consumers prefer digital 51 %, both 32 %, in person 18 %; leaders plan 39, 50, 11 %",
                        null, "the publisher calls 51 against 39 a gap of 27 %, which does not follow")),
                span -> {
                    var stated =
                            stated(answers("stated", "Stated preference of customers, and what staff say is planned"));
                    return Content.of(
                            only(PREFERRED, figures.shares(span, stated)),
                            figures.shares(
                                    span,
                                    Asked.one(
                                                    "used",
                                                    "Channels used within an issue: digital, with a person, or both",
                                                    SHARE,
                                                    finding(FindingKind.CHANNELS_USED),
                                                    "No issue began in this span.")
                                            .parts("used")));
                });
    }

    private static Asked answers(String name, String title) {
        return Asked.one(name, title, SHARE, finding(FindingKind.ANSWER), NO_ANSWER)
                .parts("asked", "answer");
    }

    private static Asked needs(Asked asked) {
        for (var one : NEEDED) {
            asked = asked.beside(labels(NEEDS, one), Surveys.hkace(one.finding, one.share, null));
        }
        return asked;
    }

    private static Asked stated(Asked asked) {
        for (var one : STATED) {
            asked = asked.beside(labels(PREFERRED, one), Surveys.moxtra(one.finding, one.share, null));
        }
        return asked;
    }

    private static Map<String, String> labels(String question, Published published) {
        return Map.of("asked", published.respondent + question, "answer", published.answer);
    }

    /** Parts come with the largest first, within each whole. */
    private static Section ranked(Section section) {
        var ranks = new TreeMap<String, Integer>();
        return section.with(figure -> {
            if (!figure.of().containsKey("asked")) {
                return figure;
            }
            var labels = asked(figure);
            String asked = figure.of().get("asked");
            labels.put("rank", ranks.merge(asked, 1, Integer::sum).toString());
            return figure.labelled(labels);
        });
    }

    private static Section only(String question, Section section) {
        var kept = section.figures().stream()
                .filter(figure -> figure.of().getOrDefault("asked", "").endsWith(":" + question))
                .map(figure -> figure.labelled(asked(figure)))
                .toList();
        return kept.isEmpty()
                ? Figures.none(
                        section.name(),
                        section.title(),
                        SHARE,
                        "Nobody answered the question " + question + " in this span.")
                : new Section(section.name(), section.title(), section.unit(), kept);
    }

    /** Respondent and question as labels of their own. */
    private static TreeMap<String, String> asked(Figure figure) {
        var labels = new TreeMap<>(figure.of());
        String asked = labels.remove("asked");
        int colon = asked.indexOf(':');
        labels.put("respondent", asked.substring(0, colon));
        labels.put("question", asked.substring(colon + 1));
        return labels;
    }

    /** Customers' share minus staff's, of each answer to each question that both were asked; the largest gap first. */
    private Section gaps(List<Part> parts) {
        var byWhole = new TreeMap<String, Map<String, Part>>();
        parts.forEach(part ->
                byWhole.computeIfAbsent(part.whole(), whole -> new TreeMap<>()).put(part.part(), part));
        var gaps = new ArrayList<Figure>();
        byWhole.forEach((whole, customers) -> {
            String question = whole.substring(whole.indexOf(':') + 1);
            var staff = byWhole.get(AnswerFindings.STAFF + question);
            if (whole.startsWith(AnswerFindings.CUSTOMER) && staff != null) {
                gaps.addAll(gaps(question, customers, staff));
            }
        });
        if (gaps.isEmpty()) {
            return Figures.none(
                    "gaps",
                    "Customers' share minus staff's",
                    SHARE_DIFFERENCE,
                    "No question was answered by customers and by staff in this span.");
        }
        return new Section("gaps", "Customers' share minus staff's", SHARE_DIFFERENCE, gaps);
    }

    private List<Figure> gaps(String question, Map<String, Part> customers, Map<String, Part> staff) {
        var answers = new TreeSet<>(customers.keySet());
        answers.addAll(staff.keySet());
        return answers.stream()
                .map(answer -> {
                    var customersSay = share(customers, answer);
                    var staffSays = share(staff, answer);
                    return figures.effect(
                            Map.of("question", question, "answer", answer),
                            Proportions.difference(customersSay, staffSays),
                            Math.min(customersSay.customers(), staffSays.customers()),
                            NO_ANSWER);
                })
                .sorted(Comparator.comparingDouble(SurveyReports::size).reversed())
                .toList();
    }

    private static double size(Figure gap) {
        return gap.value() == null ? 0 : Math.abs(gap.value());
    }

    /** Nobody's answer is one that 0 of all gave. */
    private static ClusteredRatio share(Map<String, Part> parts, String answer) {
        Part part = parts.get(answer);
        if (part != null) {
            return part.ratio();
        }
        var any = parts.values().iterator().next().ratio();
        return new ClusteredRatio(
                any.customers(), BigInteger.ZERO, any.m(), BigInteger.ZERO, BigInteger.ZERO, any.mm());
    }
}
