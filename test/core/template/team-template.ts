/** A template as a team writes one for itself. */
export const TEAM_TEMPLATE = `---
groundplan:
  kind: runbook
  name: Runbook
  description: What to do when it burns.
  file: runbooks/{{service}}.md
  ask:
    service: Which service?
---
# Runbook: {{service}}

## Alarms

| Alarm | Meaning |
|-------|---------|
| {{alarm}} | {{meaning}} |

## Steps
<!-- plan: also "What to do" -->

### Diagnose

<!-- Where to look first. -->

### Mend

1. {{step}}

## Dangers
<!-- plan: reads risks -->

### Danger {{n}}: {{danger}}
<!-- plan: repeat 1 -->

- **Impact**: {{High/Low}}
- **Mitigation**: {{what to do}}

## History
<!-- plan: optional -->
`;
