package org.postpurchase.admin.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.HomeRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Settings out of the shop and into it. The page needs READ on {@link HomeRecord}; what it may
 * export and import is {@link TransferSettings}'s to say. Both are POST: an export gives names to
 * settings that had none and is audited.
 */
@Controller
@RequestMapping("/" + TransferController.PATH)
public class TransferController extends PageController {
  static final String PATH = "post-purchase-home/transfer";
  private static final String SECTION = "post-purchase-home";

  private final AdminAccess access;
  private final TransferSettings transfer;

  public TransferController(AdminAccess access, TransferSettings transfer) {
    this.access = access;
    this.transfer = transfer;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Model model) throws SecurityServiceException {
    access.requireRead(HomeRecord.class);
    return page("", null, model);
  }

  private String page(String file, TransferSettings.Plan plan, Model model) {
    model.addAttribute("kinds", transfer.kinds());
    model.addAttribute("mayImport", transfer.mayImport());
    model.addAttribute("file", file);
    model.addAttribute("plan", plan);
    return frame(model, SECTION, "transfer");
  }

  @RequestMapping(value = "/export", method = RequestMethod.POST)
  public void export(
      @RequestParam(value = "kind", required = false) List<String> kinds,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(HomeRecord.class);
    String file = transfer.export(kinds == null ? new ArrayList<>() : kinds);
    response.setContentType("application/yaml;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"post-purchase.yaml\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(file.getBytes(StandardCharsets.UTF_8));
  }

  /** Shows what a file would change. */
  @RequestMapping(value = "/look", method = RequestMethod.POST)
  public String look(
      @RequestParam(value = "file", defaultValue = "") String file, Locale locale, Model model)
      throws SecurityServiceException {
    access.requireRead(HomeRecord.class);
    String text = file.replace("\r\n", "\n");
    return page(text, transfer.plan(text, locale), model);
  }

  @RequestMapping(value = "/take", method = RequestMethod.POST)
  public String take(
      @RequestParam(value = "file", defaultValue = "") String file,
      @RequestParam(value = "seen", defaultValue = "") String seen,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(HomeRecord.class);
    String text = file.replace("\r\n", "\n");
    TransferSettings.Plan plan = transfer.take(text, seen, locale);
    return page(plan.taken ? "" : text, plan, model);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/export", "/look", "/take"},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:/" + PATH;
  }
}
