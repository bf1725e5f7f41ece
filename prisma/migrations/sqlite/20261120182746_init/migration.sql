-- CreateTable
CREATE TABLE "ConsentDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "givenAs" TEXT NOT NULL,
    "givenById" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "enteredById" TEXT,
    "decidedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnById" TEXT,
    CONSTRAINT "Consent_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Consent_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Deed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "args" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "programmeId" TEXT,
    "requestedById" TEXT,
    "requestedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Todo" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "args" TEXT NOT NULL,
    "personId" TEXT,
    "dueOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    "doneById" TEXT,
    CONSTRAINT "Todo_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "familyName" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "patronymic" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "birthYear" INTEGER,
    "locale" TEXT,
    "timeZone" TEXT,
    "createdAt" DATETIME NOT NULL,
    "erasedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ChatAccount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "telegramId" BIGINT NOT NULL,
    "languageCode" TEXT,
    "locale" TEXT,
    "reachable" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AccountPerson" (
    "accountId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "joinedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "personId"),
    CONSTRAINT "AccountPerson_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "ChatAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AccountPerson_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "schoolId" TEXT,
    "programmeId" TEXT,
    "scope" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "className" TEXT NOT NULL,
    "post" TEXT NOT NULL DEFAULT '',
    "listId" TEXT,
    "rowNumber" INTEGER,
    "placedAt" DATETIME,
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL,
    "pausedUntil" TEXT,
    "checkedAt" DATETIME,
    "checkedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "rev" INTEGER NOT NULL,
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PeopleList" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Guardianship" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "guardianId" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "checkedAt" DATETIME,
    "checkedById" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "Guardianship_guardianId_fkey" FOREIGN KEY ("guardianId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Guardianship_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "roleModel" TEXT,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Request_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "schoolId" TEXT,
    "programmeId" TEXT,
    "childId" TEXT,
    "personId" TEXT,
    "succeedsId" TEXT,
    "post" TEXT NOT NULL DEFAULT '',
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "form" TEXT,
    "cap" INTEGER NOT NULL,
    "used" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "label" TEXT NOT NULL,
    CONSTRAINT "Invitation_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Invitation_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InvitationUse" (
    "invitationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "usedAt" DATETIME NOT NULL,

    PRIMARY KEY ("invitationId", "personId"),
    CONSTRAINT "InvitationUse_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkGuess" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PeopleList" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PeopleList_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Permission" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Permission_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deputyId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "until" TEXT NOT NULL,
    "acceptedAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Absence_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "membershipId" TEXT,
    "className" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "invitationId" TEXT,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Referral_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Referral_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Note_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Support" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "offeredById" TEXT NOT NULL,
    "lookAgainOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Support_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Inbox" (
    "updateId" BIGINT NOT NULL PRIMARY KEY,
    "chatKey" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Focus" (
    "chatId" BIGINT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "args" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "screenId" INTEGER,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "args" TEXT NOT NULL,
    "personId" TEXT,
    "status" TEXT NOT NULL,
    "progress" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "lease" TEXT,
    "leaseUntil" DATETIME,
    "result" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectRev" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "usefulUntil" DATETIME NOT NULL,
    "lane" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL,
    "lease" TEXT,
    "leaseUntil" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Blob" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "size" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "personId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Attachment_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Blob" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "History" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "onBehalfOf" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "School" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "site" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "rev" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "yearKind" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "naming" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "intakeSize" TEXT NOT NULL,
    "leadId" TEXT,
    "erasureDays" INTEGER NOT NULL DEFAULT 14,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "rev" INTEGER NOT NULL,
    CONSTRAINT "Programme_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProgrammeForm" (
    "programmeId" TEXT NOT NULL,
    "form" TEXT NOT NULL,

    PRIMARY KEY ("programmeId", "form"),
    CONSTRAINT "ProgrammeForm_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "QuestionnaireVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionnaireId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "cursor" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "size" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "enteredById" TEXT,
    "screenChatId" BIGINT,
    "screenMessageId" INTEGER,
    "startedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "Run_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Run_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionnaireVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "runId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("runId", "key"),
    CONSTRAINT "Answer_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ConsentDocument_kind_reader_version_locale_key" ON "ConsentDocument"("kind", "reader", "version", "locale");

-- CreateIndex
CREATE INDEX "Consent_subjectId_programmeId_kind_idx" ON "Consent"("subjectId", "programmeId", "kind");

-- CreateIndex
CREATE INDEX "Consent_programmeId_kind_idx" ON "Consent"("programmeId", "kind");

-- CreateIndex
CREATE INDEX "Deed_actorId_createdAt_idx" ON "Deed"("actorId", "createdAt");

-- CreateIndex
CREATE INDEX "Deed_until_idx" ON "Deed"("until");

-- CreateIndex
CREATE INDEX "Erasure_personId_idx" ON "Erasure"("personId");

-- CreateIndex
CREATE INDEX "Erasure_doneAt_dueAt_idx" ON "Erasure"("doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "Todo_programmeId_doneAt_dueOn_idx" ON "Todo"("programmeId", "doneAt", "dueOn");

-- CreateIndex
CREATE INDEX "Todo_personId_idx" ON "Todo"("personId");

-- CreateIndex
CREATE INDEX "Person_search_idx" ON "Person"("search");

-- CreateIndex
CREATE UNIQUE INDEX "ChatAccount_telegramId_key" ON "ChatAccount"("telegramId");

-- CreateIndex
CREATE INDEX "AccountPerson_personId_idx" ON "AccountPerson"("personId");

-- CreateIndex
CREATE INDEX "Membership_programmeId_role_status_idx" ON "Membership"("programmeId", "role", "status");

-- CreateIndex
CREATE INDEX "Membership_schoolId_role_status_idx" ON "Membership"("schoolId", "role", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_personId_role_scope_key" ON "Membership"("personId", "role", "scope");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_listId_rowNumber_key" ON "Membership"("listId", "rowNumber");

-- CreateIndex
CREATE INDEX "Guardianship_childId_idx" ON "Guardianship"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "Guardianship_guardianId_childId_key" ON "Guardianship"("guardianId", "childId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_membershipId_form_key" ON "Request"("membershipId", "form");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_programmeId_createdAt_idx" ON "Invitation"("programmeId", "createdAt");

-- CreateIndex
CREATE INDEX "Invitation_childId_idx" ON "Invitation"("childId");

-- CreateIndex
CREATE INDEX "InvitationUse_personId_idx" ON "InvitationUse"("personId");

-- CreateIndex
CREATE INDEX "LinkGuess_accountId_at_idx" ON "LinkGuess"("accountId", "at");

-- CreateIndex
CREATE INDEX "LinkGuess_at_idx" ON "LinkGuess"("at");

-- CreateIndex
CREATE INDEX "PeopleList_programmeId_createdAt_idx" ON "PeopleList"("programmeId", "createdAt");

-- CreateIndex
CREATE INDEX "Permission_membershipId_idx" ON "Permission"("membershipId");

-- CreateIndex
CREATE INDEX "Absence_personId_idx" ON "Absence"("personId");

-- CreateIndex
CREATE INDEX "Absence_deputyId_idx" ON "Absence"("deputyId");

-- CreateIndex
CREATE INDEX "Referral_programmeId_status_idx" ON "Referral"("programmeId", "status");

-- CreateIndex
CREATE INDEX "Note_membershipId_createdAt_idx" ON "Note"("membershipId", "createdAt");

-- CreateIndex
CREATE INDEX "Support_membershipId_idx" ON "Support"("membershipId");

-- CreateIndex
CREATE INDEX "Inbox_status_receivedAt_idx" ON "Inbox"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "Inbox_doneAt_idx" ON "Inbox"("doneAt");

-- CreateIndex
CREATE INDEX "Job_status_createdAt_idx" ON "Job"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_status_notBefore_idx" ON "Notice"("status", "notBefore");

-- CreateIndex
CREATE INDEX "Notice_status_leaseUntil_idx" ON "Notice"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "Notice_personId_status_idx" ON "Notice"("personId", "status");

-- CreateIndex
CREATE INDEX "Notice_kind_subjectId_status_idx" ON "Notice"("kind", "subjectId", "status");

-- CreateIndex
CREATE INDEX "Attachment_subjectKind_subjectId_idx" ON "Attachment"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Attachment_hash_idx" ON "Attachment"("hash");

-- CreateIndex
CREATE INDEX "History_subjectKind_subjectId_at_idx" ON "History"("subjectKind", "subjectId", "at");

-- CreateIndex
CREATE INDEX "History_actorId_at_idx" ON "History"("actorId", "at");

-- CreateIndex
CREATE INDEX "Draft_personId_kind_idx" ON "Draft"("personId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireVersion_questionnaireId_version_hash_key" ON "QuestionnaireVersion"("questionnaireId", "version", "hash");

-- CreateIndex
CREATE INDEX "Run_membershipId_status_idx" ON "Run"("membershipId", "status");

-- CreateIndex
CREATE INDEX "Run_status_updatedAt_idx" ON "Run"("status", "updatedAt");
