-- Removes the plugin's menu and permissions from the host's admin, and its tables with everything in them.
-- Run it after the plugin's jars and lines are gone. Works on PostgreSQL, MySQL, MariaDB and HSQLDB.
delete from BLC_ADMIN_SEC_PERM_XREF where ADMIN_SECTION_ID between -31999 and -31000;
delete from BLC_ADMIN_ROLE_PERMISSION_XREF where ADMIN_PERMISSION_ID between -31999 and -31000;
delete from BLC_ADMIN_USER_PERMISSION_XREF where ADMIN_PERMISSION_ID between -31999 and -31000;
delete from BLC_ADMIN_PERMISSION_XREF where ADMIN_PERMISSION_ID between -31999 and -31000;
delete from BLC_ADMIN_PERMISSION_XREF where CHILD_PERMISSION_ID between -31999 and -31000;
delete from BLC_ADMIN_PERMISSION_ENTITY where ADMIN_PERMISSION_ID between -31999 and -31000;
delete from BLC_ADMIN_PERMISSION where ADMIN_PERMISSION_ID between -31999 and -31000;
delete from BLC_ADMIN_SECTION where ADMIN_SECTION_ID between -31999 and -31000;
delete from BLC_ADMIN_MODULE where ADMIN_MODULE_ID between -31999 and -31000;
delete from SEQUENCE_GENERATOR where ID_NAME in ('MessageTemplateImpl', 'ConfirmationPromptImpl');
drop table PP_MESSAGE_TEMPLATE;
drop table PP_CONFIRMATION_PROMPT;
drop table PP_OUTBOX;
drop table PP_ORDER_LINE;
drop table PP_TOUCH_DECISION;
drop table PP_MESSAGE;
drop table PP_LEASE;
drop table PP_AUDIT;
drop table PP_INSTALLATION;
drop table PP_CHANGELOG;
drop table PP_CHANGELOG_LOCK;
