package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.feedback.domain.statistics.ClusteredRatio;
import io.throughline.feedback.domain.statistics.ClusteredRatio.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Formulas that know what each customer adds. */
class CustomersOfFormulasTest {

    private static final Formula SCORES = Formulas.mean(4);

    @Test
    void widensABalanceByHowAlikeTheCasesOfACustomerAre() {
        // y/m: 2/2, -1/1, 0/1; R = 1/4. Residuals 3/2, -5/4, -1/4: squares 3.875; variance 3.875 / 4² = 0.2421875;
        // 1.959964
        // times 100 times its root is 96.455: beyond 100 it ends.
        var estimate = of(Formulas.BALANCE, new Customer(2, 2), new Customer(-1, 1), new Customer(0, 1));

        assertThat(estimate.value()).isEqualTo(25);
        assertThat(estimate.cases()).isEqualTo(4);
        assertThat(estimate.interval().low()).isEqualTo(25 - 96.4548, within(1e-4));
        assertThat(estimate.interval().high()).isEqualTo(100);
        assertThat(estimate.interval().method()).isEqualTo("normal-by-customer");
        assertThat(estimate.interval().independent()).isEqualTo("customers");
    }

    @Test
    void agreesWithIndependentCasesWhereEachCustomerHasOne() {
        var random = new Random(7);
        agrees(Formulas.PROPORTION, i -> Sums.share(random.nextInt(10) < 7));
        agrees(SCORES, i -> Sums.measured(10_000L + random.nextInt(40_001)));
        agrees(Formulas.BALANCE, i -> {
            int answer = random.nextInt(4);
            return Formulas.balance(answer == 0, answer == 1);
        });
    }

    private static void agrees(Formula formula, IntFunction<Sums> one) {
        for (int cases = 2; cases < 200; cases++) {
            var sums = Sums.ZERO;
            var customers = new ArrayList<Customer>();
            for (int i = 0; i < cases; i++) {
                var added = one.apply(i);
                sums = sums.plus(added);
                customers.add(new Customer(added.numerator(), added.denominator()));
            }
            var ofCases = formula.of(sums);
            var ofCustomers = of(formula, customers.toArray(Customer[]::new));

            assertThat(ofCustomers.value()).isEqualTo(ofCases.value());
            assertThat(ofCustomers.cases()).isEqualTo(ofCases.cases());
            assertThat(ofCustomers.interval().low())
                    .isEqualTo(ofCases.interval().low(), within(1e-9));
            assertThat(ofCustomers.interval().high())
                    .isEqualTo(ofCases.interval().high(), within(1e-9));
        }
    }

    @Test
    void saysNothingWithoutACaseAndGivesOneCustomerNoMeanOrBalanceButAWideShare() {
        for (var formula : List.of(Formulas.PROPORTION, SCORES, Formulas.BALANCE)) {
            assertThat(of(formula)).isNull();
        }
        // Wilson for one of one case: as one customer's cases say no more.
        assertThat(of(Formulas.PROPORTION, new Customer(9, 9)).interval().low()).isEqualTo(0.2065, within(0.0001));
        assertThat(of(SCORES, new Customer(90_000, 3)).interval()).isNull();
        assertThat(of(Formulas.BALANCE, new Customer(3, 3)).interval()).isNull();
    }

    @Test
    void leavesOutWhatIsNoRatioOfWhatCustomersAdd() {
        assertThat(KpiRules.ALL.stream()
                        .filter(rule -> rule.formula().ofCustomers() == null)
                        .map(rule -> rule.id().toString()))
                .containsExactlyInAnyOrder(
                        "contacts.count",
                        "journeys.count",
                        "resolution.time:p50",
                        "resolution.time:p90",
                        "resolution.time:p95",
                        "risk.forced:crude",
                        "risk.forced:stratified");
    }

    private static Estimate of(Formula formula, Customer... customers) {
        return formula.ofCustomers().apply(ClusteredRatio.of(List.of(customers)));
    }
}
