package org.linli.registry;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * A company leaves the city or exists no longer: from that day it is not among the registered ones, and nobody signs with it.
 *
 * <p>Source: domain reference g.2, status ACTIVE or EXIT [D].
 */
@Service
public class CompanyExits {

    /** Communities that it would still serve. */
    private static final String SERVED = """
            select distinct coalesce(
                (select v.name from linli.community_version v
                  where v.community_id = e.community_id and v.superseded_at is null order by v.valid_from desc limit 1), '')
            from linli.engagement_version e
            where e.company_code = :code and e.superseded_at is null and (e.valid_to is null or e.valid_to > :on)
            order by 1
            """;

    private final Companies companies;
    private final Endings endings;
    private final DocumentIntake intake;
    private final City city;
    private final BusinessTime time;

    CompanyExits(Companies companies, Endings endings, DocumentIntake intake, City city, BusinessTime time) {
        this.companies = companies;
        this.endings = endings;
        this.intake = intake;
        this.city = city;
        this.time = time;
    }

    /** The exits of a company, the newest first; those withdrawn too. */
    public List<Ending> list(CompanyCode code) {
        return endings.list(Endings.Of.COMPANY, code.value());
    }

    /**
     * Refused while an engagement of the company is open on the day; the refusal names the communities.
     *
     * @param on first day on which it is no longer there
     * @param content the paper that shows it: PDF, JPEG or PNG of at most 20 MB
     */
    @Transactional
    public Outcome leave(
            CompanyCode code,
            int version,
            Ending.Kind kind,
            LocalDate on,
            String reason,
            InputStream content,
            Clerk clerk) {
        Optional<Outcome> refused = companies.refuse(code, version, clerk).or(() -> served(code, on));
        Outcome outcome = refused.isPresent()
                ? refused.get()
                : intake.take(content, document -> {
                    Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CHANGE, reason);
                    return Endings.end(companies.rows(), companies.current(code), on, time.today(), stamp)
                            .orElseGet(() -> {
                                endings.add(Endings.Of.COMPANY, code.value(), kind, on, null, document, stamp);
                                return new Outcome.Stored(code.value());
                            });
                });
        return finished(outcome);
    }

    private Optional<Outcome> served(CompanyCode code, LocalDate on) {
        String names = endings.names(SERVED, Map.of("code", code.value(), "on", on));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.Refused.of("gone_from", "company-serves", names));
    }

    /** 更正: the company never left. */
    @Transactional
    public Outcome withdraw(CompanyCode code, int version, String reason, Clerk clerk) {
        Optional<Outcome> refused = companies.refuse(code, version, clerk);
        return finished(refused.orElseGet(() -> Endings.withdraw(
                        companies.rows(),
                        companies.rows().all(Companies.key(code), RowScope.nothing()),
                        new Stamp(time.now(), clerk.name(), Act.CORRECTION, reason))
                .orElse(new Outcome.Stored(code.value()))));
    }

    private Outcome finished(Outcome outcome) {
        if (outcome instanceof Outcome.Stored) {
            city.changed();
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }
}
