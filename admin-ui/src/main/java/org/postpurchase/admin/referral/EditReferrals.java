package org.postpurchase.admin.referral;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.ReferralRecord;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;
import org.postpurchase.broadleaf.entity.ReferralProgramme;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.referral.DecideReferral;
import org.postpurchase.referral.Referral;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * What staff may change about referrals. Each change and its audit row are one; asking for what is
 * already so changes nothing.
 */
final class EditReferrals {
  private static final String NEWEST =
      "select p from org.postpurchase.broadleaf.entity.ReferralProgramme p order by p.id desc";
  private static final String OFFERS =
      "select o from org.broadleafcommerce.core.offer.domain.Offer o where o.archiveStatus.archived"
          + " is null or o.archiveStatus.archived <> 'Y' order by o.name";

  private static final String REWARDS =
      "select r from org.postpurchase.broadleaf.entity.LoyaltyReward r where r.rewardOffer is not"
          + " null order by r.id";

  private final AdminAccess access;
  private final DecideReferral decide;
  private final SettingsQuery query;
  private final AuditLog audit;
  private final Transactions transactions;
  private Clock clock;
  private boolean isLawful;

  public EditReferrals(
      AdminAccess access,
      DecideReferral decide,
      SettingsQuery query,
      AuditLog audit,
      Transactions transactions) {
    this.access = access;
    this.decide = decide;
    this.query = query;
    this.audit = audit;
    this.transactions = transactions;
  }

  public void setClock(Clock clock) {
    this.clock = clock;
  }

  /** Whether the shop's country allows invitations; nothing is allowed unless it is said. */
  public void setLawful(boolean lawful) {
    isLawful = lawful;
  }

  /** The words that a decision is asked for by. */
  enum Decision {
    APPROVE,
    REJECT,
    UNDO
  }

  /** Returns whether it changed anything. */
  boolean decide(long id, Decision decision, String words) throws SecurityServiceException {
    String action = "referral " + decision.name().toLowerCase(java.util.Locale.ROOT);
    String subject = "referral " + id;
    access.require(ReferralRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          java.time.Instant began = clock.instant();
          Optional<Referral> after = decided(id, decision, actor, words);
          boolean changed =
              after.isPresent()
                  && after.get().decidedBy.equals(actor)
                  && !after.get().changedAt.isBefore(began);
          if (changed) {
            audit.done(actor, action, subject, after.get().state + " " + words);
          }
          return changed;
        });
  }

  private Optional<Referral> decided(long id, Decision decision, String actor, String words) {
    switch (decision) {
      case APPROVE:
        return decide.approve(id, actor, words);
      case REJECT:
        return decide.reject(id, actor, words);
      default:
        return decide.undo(id, actor, words);
    }
  }

  boolean suspend(long advocateId, boolean suspended) throws SecurityServiceException {
    String action = suspended ? "suspend advocate" : "readmit advocate";
    String subject = "advocate " + advocateId;
    access.require(ReferralRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean changed = decide.suspend(advocateId, suspended, actor);
          if (changed) {
            audit.done(actor, action, subject, "");
          }
          return changed;
        });
  }

  /** The programme's fields as text; empty when there is none. */
  Map<String, String> fields() {
    return query.read(em -> newest(em).map(EditReferrals::texts).orElseGet(LinkedHashMap::new));
  }

  /** Offers that can be chosen, by id. */
  Map<String, String> offers() {
    return query.read(
        em -> {
          Map<String, String> names = new LinkedHashMap<>();
          for (Offer offer : em.createQuery(OFFERS, Offer.class).getResultList()) {
            if (!offer.isAutomaticallyAdded()) {
              names.put(String.valueOf(offer.getId()), offer.getName());
            }
          }
          return names;
        });
  }

  /** Rewards of the catalogue that are codes, by id. */
  Map<String, String> rewards() {
    return query.read(
        em -> {
          Map<String, String> names = new LinkedHashMap<>();
          for (LoyaltyReward reward :
              em.createQuery(REWARDS, LoyaltyReward.class).getResultList()) {
            names.put(String.valueOf(reward.getId()), reward.getName());
          }
          return names;
        });
  }

  private static LoyaltyReward reward(EntityManager em, String id) {
    return id == null || !id.matches("\\d{1,18}")
        ? null
        : em.find(LoyaltyRewardImpl.class, Long.valueOf(id));
  }

  /** What is wrong by field; empty when it was saved. */
  Map<String, String> save(Map<String, String> typed) throws SecurityServiceException {
    String action = "save referral programme";
    access.require(ReferralRecord.class, EntityOperationType.UPDATE, action, "programme");
    String actor = access.actor();
    ProgrammeForm form = new ProgrammeForm(typed);
    return query.read(
        em -> {
          ReferralProgramme row = newest(em).orElse(null);
          if (row == null) {
            form.problems().put("name", "PostPurchase_Referrals_Bad_None");
            return form.problems();
          }
          if (!String.valueOf(row.getEdition()).equals(typed.get("edition"))) {
            form.problems().put("edition", "PostPurchase_Referrals_Bad_Edition");
            return form.problems();
          }
          String before = promise(row);
          form.into(
              row,
              offer(em, typed.get("friendOffer")),
              offer(em, typed.get("advocateOffer")),
              reward(em, typed.get("advocateReward")));
          form.lawful(isLawful);
          if (!form.problems().isEmpty()) {
            em.clear(); // nothing of it is kept
            return form.problems();
          }
          if ("ACTIVE".equals(row.getStatus()) && row.getActiveSince() == null) {
            row.setActiveSince(clock.millis());
          }
          if (row.getActiveSince() != null && !before.equals(promise(row))) {
            row.setTermsVersion(row.getTermsVersion() + 1);
          }
          row.setEdition(row.getEdition() + 1);
          em.flush();
          audit.done(
              actor, action, "programme " + row.getId(), row.getStatus() + " " + promise(row));
          return form.problems();
        });
  }

  private static Optional<ReferralProgramme> newest(EntityManager em) {
    List<ReferralProgramme> rows =
        em.createQuery(NEWEST, ReferralProgramme.class).setMaxResults(1).getResultList();
    return rows.stream().findFirst();
  }

  private static Offer offer(EntityManager em, String id) {
    return id == null || !id.matches("\\d{1,18}")
        ? null
        : em.find(org.broadleafcommerce.core.offer.domain.OfferImpl.class, Long.valueOf(id));
  }

  /** What terms are about: when it changes, they have another version. */
  private static String promise(ReferralProgramme row) {
    return "friend="
        + id(row.getFriendOffer())
        + "+"
        + row.getFriendPoints()
        + " from="
        + (row.getMinimumAmount() == null ? "" : row.getMinimumAmount().stripTrailingZeros())
        + " advocate="
        + row.getAdvocateKind()
        + ":"
        + row.getAdvocatePoints()
        + ":"
        + row.getAdvocateLadder()
        + ":"
        + id(row.getAdvocateOffer())
        + ":"
        + (row.getAdvocateReward() == null ? "" : row.getAdvocateReward().getId())
        + " nth="
        + row.getEveryNth()
        + " tiers="
        + Objects.toString(row.getTierPoints(), "")
        + " order<="
        + Objects.toString(row.getCapOrder(), "");
  }

  private static String id(Offer offer) {
    return offer == null ? "" : String.valueOf(offer.getId());
  }

  private static Map<String, String> texts(ReferralProgramme row) {
    Map<String, String> texts = new LinkedHashMap<>();
    Object[] values = {
      row.getName(),
      row.getStatus(),
      id(row.getFriendOffer()),
      row.getMinimumAmount() == null
          ? ""
          : row.getMinimumAmount().stripTrailingZeros().toPlainString(),
      row.getFriendPoints(),
      row.getAdvocateKind(),
      row.getAdvocatePoints(),
      row.getAdvocateLadder(),
      id(row.getAdvocateOffer()),
      row.getAdvocateReward() == null ? "" : row.getAdvocateReward().getId(),
      row.getAdvocateDays(),
      row.getEveryNth(),
      row.getWaitDays(),
      row.getFallbackDays(),
      row.getCapPeriod(),
      row.getCapDays(),
      row.getCapLifetime(),
      row.getBudgetPoints(),
      row.getHoldScore(),
      row.getRejectScore(),
      row.getCapOrder(),
      row.getTierPoints(),
      Boolean.TRUE.equals(row.getInvitations()) ? "1" : "",
      row.getInviteDay(),
      row.getInviteMost(),
      row.getInviteShopDay()
    };
    for (int i = 0; i < ProgrammeForm.FIELDS.length; i++) {
      texts.put(ProgrammeForm.FIELDS[i], Objects.toString(values[i], ""));
    }
    texts.put("edition", String.valueOf(row.getEdition()));
    texts.put("id", String.valueOf(row.getId()));
    texts.put("termsVersion", String.valueOf(row.getTermsVersion()));
    return texts;
  }
}
