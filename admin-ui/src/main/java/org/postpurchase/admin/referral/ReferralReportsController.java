package org.postpurchase.admin.referral;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ReferralRecord;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Shop;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has a link, and everything about referrals as a file. Both need READ. */
@Controller
@RequestMapping("/" + ReferralsController.SECTION)
class ReferralReportsController extends PageController {
  private static final int PAGE_SIZE = 50;
  private static final int SEARCH_MAX = 100;

  private final AdminAccess access;
  private final ReferralViews views;
  private final ExportReferrals export;
  private final AuditLog audit;
  private final Shop shop;

  public ReferralReportsController(
      AdminAccess access, ReferralViews views, ExportReferrals export, AuditLog audit, Shop shop) {
    this.access = access;
    this.views = views;
    this.export = export;
    this.audit = audit;
    this.shop = shop;
  }

  @RequestMapping(value = "/advocates", method = RequestMethod.GET)
  public String advocates(
      @RequestParam(value = "q", defaultValue = "") String search,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ReferralRecord.class);
    String q = search.length() > SEARCH_MAX ? search.substring(0, SEARCH_MAX) : search;
    Moments moments = new Moments(shop.zone, locale);
    List<AdvocateLine> lines =
        ListScreen.turn(model, q, views.advocates(q, beside.page(PAGE_SIZE))).stream()
            .map(row -> new AdvocateLine(row, moments))
            .collect(Collectors.toList());
    model.addAttribute("q", q);
    model.addAttribute("advocates", lines);
    model.addAttribute("mayEdit", access.may(ReferralRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, ReferralsController.SECTION, "advocates");
  }

  /** All referrals as CSV; who took them along is on record. */
  @RequestMapping(value = "/export", method = RequestMethod.POST)
  public void export(HttpServletResponse response) throws SecurityServiceException, IOException {
    access.requireRead(ReferralRecord.class);
    audit.done(access.actor(), "export referrals", "referrals", "");
    response.setContentType("text/csv; charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"referrals.csv\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    export.to(response.getWriter());
  }

  @RequestMapping(value = "/export", method = RequestMethod.GET)
  public String back() {
    return "redirect:/" + ReferralsController.SECTION;
  }

  /** One advocate as the list shows it. */
  public static final class AdvocateLine {
    private final ReferralViews.AdvocateRow row;
    private final Moments moments;

    AdvocateLine(ReferralViews.AdvocateRow row, Moments moments) {
      this.row = row;
      this.moments = moments;
    }

    public long getId() {
      return row.advocate.id;
    }

    public String getContact() {
      return row.advocate.contact;
    }

    public String getName() {
      return row.advocate.firstName;
    }

    public String getCode() {
      return FriendCode.shown(row.advocate.code);
    }

    public String getSince() {
      return moments.of(row.advocate.joinedAt);
    }

    public int getTerms() {
      return row.advocate.termsVersion;
    }

    public boolean isSuspended() {
      return row.advocate.suspended;
    }

    public long getFriends() {
      return row.friends;
    }

    public long getRewarded() {
      return row.rewarded;
    }

    public long getHeld() {
      return row.held;
    }
  }
}
