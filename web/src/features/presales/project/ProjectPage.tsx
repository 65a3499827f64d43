import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AttachmentsCard } from '~/features/engage/AttachmentsCard'
import { FormDialog } from '~/features/governance/filing/FormDialog'
import { comma } from '~/ui/comma'
import { DueClock } from '~/ui/DueClock'
import { MoneyText } from '~/ui/MoneyText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage, type Tab } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { ArchiveCard } from '../archive/ArchiveCard'
import { InitiationTab } from '../initiation/InitiationTab'
import { NewsComposer } from '../news/NewsComposer'
import { NewsTab } from '../news/NewsTab'
import { PlanTab } from '../plan/PlanTab'
import { ActDialog, actsOf } from './acts'
import { projectQuery, renewProject } from './api'
import { Confirm } from './Confirm'
import { HeadActs } from './HeadActs'
import { ObligationsTab } from './ObligationsTab'
import { Overview } from './Overview'
import { EditProjectDialog } from './ProjectDialog'
import { ProjectStateTag } from './ProjectStateTag'
import { ProjectTimeline } from './ProjectTimeline'
import { barOf, currentOf } from './stages'
import { TeamTab } from './TeamTab'
import { useQuickActs } from './useQuickActs'

export function ProjectPage() {
  const { id } = useParams({ from: '/shell/projects/$id' })
  return <ProjectRecord key={id} id={id} />
}

function ProjectRecord({ id }: { id: string }) {
  const { t } = useTranslation()
  const { tab, panel, form } = useSearch({ from: '/shell/projects/$id' })
  const navigate = useNavigate({ from: '/projects/$id' })
  const { data: project } = useSuspenseQuery(projectQuery(id))
  const quick = useQuickActs(project)
  const { can } = project
  const open = (next: string) => navigate({ search: (now) => ({ ...now, panel: next }), replace: true })
  const close = () => navigate({ search: ({ panel: _panel, form: _form, ...rest }) => rest, replace: true })
  const show = (next: string) => navigate({ search: { tab: next }, replace: true })
  const current = currentOf(project.stages)
  const { main, rest } = actsOf(project)
  const run = (act: string) => (quick.runs(act) && act !== 'suspend' ? quick.run(act) : open(act))
  const tabs: Tab[] = [
    {
      key: 'overview',
      label: t('project.tab.overview'),
      content: <Overview project={project} onTab={show} />,
    },
    { key: 'approval', label: t('project.tab.initiation'), content: <InitiationTab project={project} /> },
    { key: 'team', label: t('project.tab.team'), content: <TeamTab project={project} /> },
    { key: 'plan', label: t('project.tab.plan'), content: <PlanTab project={project} /> },
    { key: 'news', label: t('project.tab.news'), content: <NewsTab project={project} /> },
    {
      key: 'archive',
      label: t('project.tab.archive'),
      content: (
        <>
          <ArchiveCard project={project} />
          <AttachmentsCard kind="project" id={id} canAdd={can.actions.includes('project.file_deliverable')} />
        </>
      ),
    },
    { key: 'obligations', label: t('project.tab.obligations'), content: <ObligationsTab id={id} /> },
  ]
  return (
    <>
      <RecordPage
        number={project.number}
        name={project.name}
        tags={
          <>
            {project.grade && <StateTag tone="near">{project.grade.name}</StateTag>}
            <ProjectStateTag state={project.state} />
          </>
        }
        facts={[
          {
            label: t('project.customer'),
            value: project.customer ? (
              <Link to="/customers/$id" params={{ id: project.customer.id }}>
                {project.customer.title}
              </Link>
            ) : (
              '–'
            ),
          },
          { label: t('project.field.amount'), value: <MoneyText money={project.amount} /> },
          { label: t('project.owner'), value: project.owner?.name ?? '–' },
          ...namedIn(project.team),
          { label: t('project.field.expected_sign_on'), value: project.expected_sign_on ?? '–' },
          ...(current?.due_at
            ? [{ label: t('project.stageDue'), value: <DueClock at={current.due_at} /> }]
            : []),
        ]}
        nextStep={
          project.state === 'active' || project.state === 'won'
            ? project.next_step
              ? project.next_step.title
              : null
            : undefined
        }
        stages={barOf(project.stages)}
        actions={
          (main !== undefined || rest.length > 0) && (
            <HeadActs
              main={main}
              rest={rest}
              running={quick.running}
              nameOf={(act) =>
                act === main && act === 'advance'
                  ? t('project.advanceTo', { stage: stageName(can.advance_to[0]) })
                  : t(`project.act.${act}`)
              }
              run={run}
            />
          )
        }
        notice={<ProblemAlert problem={quick.problem} />}
        tabs={tabs}
        tab={tab}
        onTab={show}
        timeline={
          <ProjectTimeline
            project={project}
            composer={can.actions.includes('project.file_dynamic_item') && <NewsComposer id={id} />}
          />
        }
      />
      {panel === 'edit' && can.actions.includes('project.update') && (
        <EditProjectDialog project={project} onDone={close} />
      )}
      {panel === 'suspend' && can.actions.includes('project.suspend') && (
        <Confirm
          title={`${t('project.act.suspend')} · ${project.name}`}
          explanation={t('project.suspendMeans')}
          confirmLabel={t('project.act.suspend')}
          onConfirm={() => {
            quick.run('suspend')
            close()
          }}
          onCancel={close}
        />
      )}
      {panel !== undefined && panel !== 'edit' && rest.concat(main ?? []).includes(panel) && (
        <ActDialog project={project} act={panel} onDone={close} />
      )}
      {form !== undefined && (
        <FormDialog
          form={form}
          kind="project"
          id={id}
          onDone={() => {
            renewProject(id)
            close()
          }}
        />
      )}
    </>
  )

  function stageName(stage: string | undefined) {
    return project.stages.find((one) => one.id === stage)?.name ?? ''
  }

  function namedIn(team: typeof project.team) {
    const shown = ['manager', 'monitor'].flatMap((role) => {
      const people = team.filter((one) => one.role === role && !one.until_at).map(({ member }) => member.name)
      return people.length === 0 ? [] : [{ label: t(`project.role.${role}`), value: people.join(comma()) }]
    })
    return shown
  }
}
